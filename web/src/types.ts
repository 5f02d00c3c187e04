// The documents: scenarios in, results out. Their inputs and figures are written by scripts/generate.js.
import type { ByPath, FigurePath } from "./generated/figures.js";
import type { AcceleratorId, ClimateId, ClusterId, CoolingId, GridId, MethodId, ModelId, PowerSourceId, SupplyId, SystemId } from "./generated/ids.js";
import type * as Inputs from "./generated/inputs.js";

export type { AcceleratorId, ClimateId, ClusterId, CoolingId, FigurePath, GridId, MethodId, ModelId, PowerSourceId, SupplyId, SystemId };
export type * from "./generated/inputs.js";
export type * from "./generated/units.js";

/** A number format of the matrix products. */
export type Precision = "fp64" | "fp64-tensor" | "fp32" | "tf32" | "fp16" | "bf16" | "fp8" | "mxfp8" | "int8" | "fp6" | "fp4" | "nvfp4" | (string & {});

/** The order in which a pipeline works through its microbatches. */
export type Schedule = "1f1b" | "zero-bubble" | "dualpipe";

/** A currency that money is given and shown in; all but the dollar need a rate. */
export type Currency = "usd" | "eur" | "cny" | "jpy" | "gbp" | "chf" | "cad" | "inr" | "krw" | "aed" | "sar" | (string & {});

/** A price index. */
export type Deflator = "us-cpi-u" | "us-ppi-data-processing-hosting" | (string & {});

/** Devices of one kind in their servers. */
export interface Pool extends Inputs.ClusterPoolsInputs {
  /** The kind of the devices. */
  accelerator: AcceleratorId;
}

/** A cluster of the catalogue, with some of its inputs changed. */
export interface PresetCluster extends Inputs.ClusterInputs {
  /** The cluster that is changed. */
  preset: ClusterId;
  /** Its scale-out network. Default: a fat tree of 64-port switches. */
  network?: Inputs.ClusterNetworkInputs | undefined;
  /** Changes to its pools, in their order. */
  pools?: readonly Partial<Pool>[] | undefined;
}

/** A cluster of one's own. */
export interface CustomCluster extends Inputs.ClusterInputs {
  /** What it is called. Default: `cluster`. */
  name?: string | undefined;
  /** Its scale-out network. Default: a fat tree of 64-port switches. */
  network?: Inputs.ClusterNetworkInputs | undefined;
  /** Its devices. A single pool may leave out its count where the cluster has a power or a budget to derive it from. */
  pools: readonly Pool[];
  preset?: undefined;
}

/** A source of electricity in a mix. */
export interface PowerSource extends Inputs.SiteSourcesInputs {
  /** What it is. */
  kind: PowerSourceId;
}

/** Where a cluster stands. */
export interface Site extends Inputs.SiteInputs {
  /** The grid: a country, a state of the USA or a subregion of its grid. Default: that of the preset, else `usa`. */
  grid?: GridId | undefined;
  /** How it is cooled, which gives PUE and water on site where they are not given. Default: `unknown`, the field's. */
  cooling?: CoolingId | "unknown" | undefined;
  /** The climate zone of the IECC it stands in. Default: `unknown`, all of them. */
  climate?: ClimateId | "unknown" | undefined;
  /** Where its electricity comes from: a supply of the catalogue. Default: `grid`, its grid alone. */
  supply?: SupplyId | "grid" | undefined;
  /** The sources of its electricity, whose shares sum to 1, or changes to those of its supply. Default: its grid alone. */
  sources?: readonly Partial<PowerSource>[] | undefined;
}

/** A model: of the catalogue, changed or not; of a Hugging Face `config.json`; or of a known size. */
export interface Model extends Inputs.ModelInputs {
  /** The model of the catalogue that is changed. */
  preset?: ModelId | undefined;
  /** What it is called. Default: `model`. */
  name?: string | undefined;
  /** The fields of a `config.json`, as its publisher wrote it. */
  config?: Readonly<Record<string, unknown>> | undefined;
}

/** What a training run and a time of operation have in common. */
export interface Assumptions {
  /** The version of this form. Default: 1. */
  version?: 1 | undefined;
  /** The cluster: an id, or a table. */
  cluster: ClusterId | PresetCluster | CustomCluster;
  /** Where it stands: the id of a grid, or a table. Default: where the preset stands, else the average of the USA. */
  site?: GridId | Site | undefined;
  /** What fails. Default: the rates of published runs. */
  faults?: Inputs.FaultsInputs | undefined;
  /** What money costs. Default: published values of the field. */
  finance?: Inputs.FinanceInputs | undefined;
  /** What money is counted in. Default: dollars, at the prices that went in. */
  money?: (Inputs.MoneyInputs & { currency?: Currency | undefined; deflator?: Deflator | undefined }) | undefined;
  /** A method of cost, whose inputs stand in place of the defaults. Default: `none`. */
  method?: MethodId | "none" | undefined;
}

/** A time of operation. */
export interface OperationScenario extends Assumptions {
  /** How it is operated. Default: a year at the usual load. */
  operation?: (Inputs.OperationInputs & { precision?: Precision | undefined }) | undefined;
  model?: undefined;
  run?: undefined;
}

/** A training run. */
export interface TrainingScenario extends Assumptions {
  /** The model that is trained: an id, or a table. */
  model: ModelId | Model;
  /** How it is trained. Default: the published tokens or compute of the model, in BF16. */
  run?: (Inputs.RunInputs & { precision?: Precision | undefined }) | undefined;
  /** How it is cut over its devices; it counts where `run.batch` is given. Default: not cut. */
  layout?: (Inputs.LayoutInputs & { schedule?: Schedule | undefined }) | undefined;
  /** What of their rated speeds the devices reach. Default: as fitted to published measurements. */
  efficiency?: Inputs.EfficiencyInputs | undefined;
  operation?: undefined;
}

/** Whatever can be calculated. */
export type Scenario = OperationScenario | TrainingScenario;

/** A language that words and numbers come in; others are answered in English. */
export type Lang = "en" | "fr" | (string & {});

/** What every call takes. */
export interface Options {
  /** The language of labels, texts and messages: a BCP 47 tag. Default: `en`. */
  lang?: Lang | undefined;
}

/** How a value is known, from the best evidence to none. */
export type Grade = "measured" | "specified" | "reported" | "estimated" | "assumed";

/** Where a value comes from. */
export interface Source {
  /** The document. */
  readonly title: string;
  /** Its address, or an id such as `arXiv:2405.21015`; empty where it has none. */
  readonly address: string;
  /** The year that it speaks of. */
  readonly year: number;
}

/** A source, with the weakest grade it is used at. */
export interface GradedSource extends Source {
  /** How what it says is known. */
  readonly grade: Grade;
}

/** A figure of a result. */
export interface Figure {
  /** The number, in `unit`; `Infinity` for what never comes. */
  readonly value: number;
  /** The unit of `value`, `low` and `high`; empty for pure numbers. */
  readonly unit: string;
  /** The 5th percentile. */
  readonly low: number;
  /** The 95th percentile. */
  readonly high: number;
  /** What it is called, in the language asked for. */
  readonly label: string;
  /** The value for people, with no more digits than its range bears. */
  readonly text: string;
  /** The 90 % range for people; empty where there is no doubt. */
  readonly range: string;
}

/** An input of a result, as it was used. */
export interface Input {
  /** The number, in `unit`; `null` where nobody knows it. */
  readonly value: number | null;
  /** The unit of `value`, `low` and `high`; empty for pure numbers. */
  readonly unit: string;
  /** The 5th percentile. */
  readonly low: number | null;
  /** The 95th percentile. */
  readonly high: number | null;
  /** What it is called, in the language asked for. */
  readonly label: string;
  /** The value for people. */
  readonly text: string;
  /** Whether the scenario gave it. */
  readonly given: boolean;
  /** How it is known; `null` where it is not. */
  readonly grade: Grade | null;
  /** A remark on the evidence; empty where it is one on a row of the catalogue, which only the crate carries. */
  readonly note: string;
  /** Where it comes from. */
  readonly sources: readonly Source[];
}

/** Something dubious, or worth knowing. */
export interface Note {
  /** What, such as `NoteDerived`. */
  readonly code: string;
  /** The same in words. */
  readonly text: string;
}

/** What stops a cluster from being larger. */
export type Binding = "chips" | "power" | "money";

/** Figures by path. */
export type Figures = ByPath<Figure> & { readonly [path: string]: Figure | undefined };

/** What a calculation comes to. */
export interface Result {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  /** Whether it is a time of operation or a training run. */
  readonly kind: "operation" | "training";
  /** What it is of: the cluster, with the model that is trained on it. */
  readonly name: string;
  /** What stops the cluster from being larger. */
  readonly binds_first: Binding;
  /** The figures by path. */
  readonly figures: Figures;
  /** The inputs by path. */
  readonly inputs: Readonly<Record<string, Input>>;
  /** What is dubious, or worth knowing. */
  readonly notes: readonly Note[];
}

/** A figure of each side. */
export interface ComparisonRow {
  /** Its path. */
  readonly path: FigurePath;
  /** What it is called. */
  readonly label: string;
  /** How many times the first side each side is; `null` where that cannot be said. */
  readonly ratios: readonly (number | null)[];
}

/** One side of a comparison. */
export interface ComparisonSide {
  /** What it is of. */
  readonly name: string;
  /** What stops the cluster from being larger. */
  readonly binds_first: Binding;
  /** Its inputs, on the basis that all sides share. */
  readonly inputs: Readonly<Record<string, Input>>;
  /** What is dubious about it, or worth knowing. */
  readonly notes: readonly Note[];
}

/** Results side by side, on the finest basis that all share. */
export interface Comparison {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "comparison";
  /** What the sides are called, in their order. */
  readonly names: readonly string[];
  /** The figures of all sides, each path behind the name of its side: `xai-gigafactory.power.facility.peak`. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** The headline figures, side by side. */
  readonly rows: readonly ComparisonRow[];
  /** The sides, in their order. */
  readonly sides: readonly ComparisonSide[];
  /** The basis, and what else is worth knowing of the comparison. */
  readonly notes: readonly Note[];
}

/** A figure, opened. */
export interface Explanation {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  /** The path of the figure. */
  readonly path: string;
  /** The figure. */
  readonly figure: Figure;
  /** Its formula, as it is computed. */
  readonly formula: string;
  /** The same with the numbers in. */
  readonly with_numbers: string;
  /** The inputs that it rests on, all the way down, by path. */
  readonly inputs: Readonly<Record<string, Input>>;
  /** The figures on the way down, by path. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** The figures whose formulas name it, by path. */
  readonly feeds: Readonly<Record<string, Figure>>;
  /** The sources of the inputs. */
  readonly sources: readonly GradedSource[];
}

/** Why a layout is none. */
export type Rejection = "devices" | "batch" | "layers" | "experts" | "memory" | "same";

/** A way to cut a training run over its devices. */
export interface Layout {
  /** The devices that it takes; others stand idle. */
  readonly devices: number;
  /** Tensor-parallel degree. */
  readonly tensor: number;
  /** Context-parallel degree. */
  readonly context: number;
  /** Expert-parallel degree. */
  readonly expert: number;
  /** Tensor-parallel degree of the experts. */
  readonly expert_tensor: number;
  /** Pipeline stages. */
  readonly pipeline: number;
  /** Chunks of the model on a stage. */
  readonly interleave: number;
  /** Sequences in a microbatch. */
  readonly microbatch: number;
  /** ZeRO stage. */
  readonly zero: number;
  /** What is computed again in the backward pass. */
  readonly recompute: "none" | "selective" | "partial" | "full";
  /** The share of layers computed again. */
  readonly recomputed_layers: number;
  /** Seconds of a step. */
  readonly step_s: number;
  /** The 5th percentile of the same. */
  readonly step_low_s: number;
  /** The 95th percentile of the same. */
  readonly step_high_s: number;
  /** Model FLOP utilisation of the devices that it takes. */
  readonly mfu: number;
  /** The parts of a step in seconds, which sum to it. */
  readonly parts_s: Readonly<Record<StepPart, number>>;
  /** What a device holds, in GiB. */
  readonly memory_gib: number | null;
  /** What is left of its memory, in GiB. */
  readonly headroom_gib: number | null;
}

/** A part of a step. */
export type StepPart =
  | "compute" | "imbalance" | "tensor" | "context" | "expert" | "pipeline" | "data" | "idle" | "optimizer" | "fixed" | "straggling";

/** What a layout search found. */
export interface Plan {
  /** The edition of the catalogue. */
  readonly edition: string;
  /** The number format of the matrix products. */
  readonly precision: Precision;
  /** Tokens of a sequence. */
  readonly sequence: number;
  /** Sequences of a global batch. */
  readonly batch: number;
  /** Whether that is the usual one, since none was given. */
  readonly batch_is_default: boolean;
  /** The devices that there are. */
  readonly devices: number;
  /** Whether no measurement on such devices was fitted: the step times are then extrapolated, with wide ranges. */
  readonly is_extrapolated: boolean;
  /** The best layouts, five at most, the fastest first. */
  readonly layouts: readonly Layout[];
  /** The layouts of the whole space. */
  readonly space: number;
  /** Those that were timed. */
  readonly timed: number;
  /** Those that were rejected, by reason. */
  readonly rejected: Readonly<Record<Rejection, number>>;
  /** Those that were left out, since none of them could be among the best. */
  readonly pruned: number;
  /** Whether the search was stopped. */
  readonly cancelled: boolean;
}

/** A part of the catalogue. */
export type Part = "accelerators" | "systems" | "clusters" | "models" | "sites" | "supplies" | "sources" | "coolings" | "climates" | "methods";

/** A part of the catalogue as rows; what is not published is an empty text. */
export interface Listing {
  /** The edition of the catalogue. */
  readonly edition: string;
  /** The rows; the columns depend on the part, but `id` and `name` are in all. */
  readonly rows: readonly ({ readonly id: string; readonly name: string } & Readonly<Record<string, string>>)[];
}

/** An entry of the catalogue. */
export interface Entry {
  /** The edition of the catalogue. */
  readonly edition: string;
  /** Its id. */
  readonly id: string;
  /** Its full name. */
  readonly name: string;
  /** Its fields; `null` where nothing is published. */
  readonly fields: Readonly<Record<string, { readonly text: string | null; readonly grade: Grade | null }>>;
  /** Remarks on the evidence, as far as the package carries them: the crate has those on single rows. */
  readonly notes: readonly string[];
  /** Where it comes from. */
  readonly sources: readonly Source[];
}
