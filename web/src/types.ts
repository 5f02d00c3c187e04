// The documents: scenarios in, results out. Their inputs and figures are written by scripts/generate.js.
import type { Figure } from "./figure.js";
import type { FigurePath, Figures } from "./generated/figures.js";
import type { UnitsOf } from "./generated/factors.js";
import type { AcceleratorId, ClimateId, ClusterId, CoolingId, GridId, MethodId, ModelId, PowerSourceId, SupplyId, SystemId } from "./generated/ids.js";
import type * as Inputs from "./generated/inputs.js";

export type { Figure } from "./figure.js";
export type { Figures, UnitsOf };
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
  serving?: undefined;
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
  serving?: undefined;
}

/** A format that weights are stored in. */
export type WeightFormat = "as-precision" | "bf16" | "fp8" | "int8" | "mxfp4" | "nvfp4" | "int4";

/** A model in service. */
export interface ServingScenario extends Assumptions {
  /** The model that is served: an id, or a table. */
  model: ModelId | Model;
  /** What it is asked, what is promised, and how a replica of it runs. Default: as people chat, in BF16, layout and batch found. */
  serving?: (Inputs.ServingInputs & { precision?: Precision | undefined; weights?: WeightFormat | undefined }) | undefined;
  /** What of their rated speeds the devices reach. Default: as fitted to published measurements. */
  serving_efficiency?: Inputs.ServingEfficiencyInputs | undefined;
  run?: undefined;
  operation?: undefined;
}

/** A layout of a service, and what a replica gives in it. */
export interface ServingLayout {
  readonly tensor: number;
  readonly "replica-devices": number;
  readonly sequences: number;
  readonly "user-rate_token/s": number;
  readonly "device-rate_token/s/device": number;
  readonly "first-token_ms": number;
}

/** The best layouts of a service, from the fastest for a user on. */
export type ServingFrontier = readonly ServingLayout[];

/** Whatever can be calculated. */
export type Scenario = OperationScenario | TrainingScenario | ServingScenario;

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

/** Whether it is a time of operation, a training run or a service. */
export type Kind = "operation" | "training" | "serving";

/** What a calculation comes to. */
export interface Result<Of extends Kind = Kind> {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  /** Whether it is a time of operation, a training run or a service. */
  readonly kind: Of;
  /** What it is of: the cluster, with the model that is trained on it. */
  readonly name: string;
  /** What stops the cluster from being larger. */
  readonly binds_first: Binding;
  /** The figures by path. This and what follows is calculated when it is read. */
  readonly figures: Figures<Of>;
  /** The choices by path, such as `site.grid`. */
  readonly choices: Readonly<Record<string, string>>;
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
  /** What the functions in it are, as `name(a, b) = …`. */
  readonly functions: readonly string[];
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
export type Part =
  | "accelerators" | "systems" | "clusters" | "buildouts" | "models" | "sites" | "supplies" | "sources" | "coolings" | "climates" | "methods" | "prices";

/** A row of a part of the catalogue. */
export type ListingRow<Of extends Part> = Of extends "prices" ? Readonly<Record<string, string>> : { readonly id: string; readonly name: string } & Readonly<Record<string, string>>;

/** A part of the catalogue as rows; what is not published is an empty text. */
export interface Listing<Of extends Part = Exclude<Part, "prices">> {
  /** The edition of the catalogue. */
  readonly edition: string;
  /** The rows; the columns depend on the part, but `id` and `name` are in all but the prices. */
  readonly rows: readonly ListingRow<Of>[];
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

/** What whoever waits may say. */
export interface Watched extends Options {
  /**
   * Hears what share of the work is done, to 1 at its end. It stops where this returns `false`: `plan` and `sweep` then give what
   * they have, `cancelled`; the others throw `Cancelled`. What this throws stops it too, and is thrown. Default: nobody hears.
   */
  onProgress?: ((share: number) => boolean | void) | undefined;
}

/** What every function of `wattflop/worker` takes. */
export interface WorkerOptions extends Options {
  /**
   * Hears what share of the work is done, now and then, to 1 at its end. Where this returns `false` before, the worker is stopped
   * and the promise rejected as `Cancelled`, of `plan` and `sweep` too; where it throws, with what it throws. Default: nobody hears.
   */
  onProgress?: ((share: number) => boolean | void) | undefined;
  /** Cancels the work: the promise is then rejected with the signal's reason. Default: it is not cancelled. */
  signal?: AbortSignal | undefined;
}

/** What `plan` takes. */
export interface ExhaustiveOptions extends Options {
  /** Times every legal layout, rather than leave out what cannot be among the best; finds the same. Default: false. */
  exhaustive?: boolean | undefined;
}

/** What `list` takes. */
export interface ListOptions extends Options {
  /** Only rows that hold this text, in any case. Default: all. */
  search?: string | undefined;
}

/** A part of what `cost` tells. */
export type CostPart = "bill" | "hour" | "views" | "development" | "decision" | "years" | "offers" | "lives" | "drifts";

/** What `cost` takes. */
export interface CostOptions extends Options {
  /** The parts. Default: `bill`, `hour`, `views`, of a run `development`, and `decision`. */
  parts?: readonly CostPart[] | undefined;
}

/** A row of a part of the cost: texts, and numbers in the unit that the key ends in, or that `unit` names; `"never"` for what never comes. */
export type CostRow = Readonly<Record<string, string | number>>;

/** What it costs: the parts asked for, each as rows. */
export interface Cost extends Readonly<Partial<Record<CostPart, readonly CostRow[]>>> {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "cost";
  /** What it is of. */
  readonly name: string;
}

/** Why two results differ in a figure. */
export interface Waterfall {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "waterfall";
  /** What both sides are called. */
  readonly names: readonly [string, string];
  /** The path of the figure. */
  readonly figure: FigurePath;
  /** What it is called. */
  readonly label: string;
  /** The unit of all numbers here. */
  readonly unit: string;
  /** The figure of the first side. */
  readonly from: number;
  /** The figure of the second side. */
  readonly to: number;
  /** What the difference comes from, from the largest on; they sum to it. */
  readonly bars: readonly WaterfallBar[];
}

/** What a part of a difference comes from. */
export interface WaterfallBar {
  /** Its key. */
  readonly cause: string;
  /** What it is called. */
  readonly label: string;
  /** What it is on the first side; empty where it is more than one value. */
  readonly from: string;
  /** What it is on the second side. */
  readonly to: string;
  /** What it adds to the figure. */
  readonly adds: number;
  /** The 5th percentile of that; `null` where the sides differ in form, such as a run and a year. */
  readonly low: number | null;
  /** The 95th percentile of that. */
  readonly high: number | null;
  /** The paths of the inputs. */
  readonly inputs: readonly string[];
}

/** A phase of a site that is built in phases. */
export interface PhaseOfSite {
  /** From when on it stands: `2027`, `2027-01` or `2027-01-31`, from the last day of what is named. */
  date: string;
  /** All that stands from then on, the phases before included. */
  cluster: ClusterId | PresetCluster | CustomCluster;
}

/** A site that is built in phases, and what is asked of it. */
export interface TimelineQuestion extends Omit<Assumptions, "cluster" | "site"> {
  /** The id of a site in the catalogue; clusters by id, each with its date where it is to have another; or phases of one's own. */
  phases: string | readonly string[] | readonly PhaseOfSite[];
  /** What it is called. Default: `buildout`. */
  name?: string | undefined;
  /** How many months. Default: to a year after the last phase. */
  months?: number | undefined;
  /** Where all its phases stand. Default: where their presets stand. */
  site?: GridId | Site | undefined;
  /** The model of a training run beside it. Default: none. */
  model?: ModelId | Model | undefined;
  /** How it is trained. Default: as published. */
  run?: TrainingScenario["run"];
  /** The day on which the run starts. Default: when the first phase stands. */
  start?: string | undefined;
}

/** Figures of a timeline by path. */
export type SomeFigures = Readonly<Record<string, Figure>>;

/** A site over time. */
export interface Timeline {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "timeline";
  /** What it is called. */
  readonly name: string;
  /** The day on which construction began; `null` where nobody says. */
  readonly began: string | null;
  /** Its phases. */
  readonly phases: readonly { readonly date: string; readonly cluster: string; readonly status: string | null; readonly figures: SomeFigures }[];
  /** Its months: what stands at the end of each, what it adds, and what all so far come to. */
  readonly months: readonly {
    readonly month: string;
    readonly days: number;
    readonly standing: SomeFigures;
    readonly in_month: SomeFigures;
    readonly so_far: SomeFigures;
  }[];
  /** When the run is finished; `null` where there is none. */
  readonly run: {
    readonly model: string;
    readonly start: string;
    readonly end: string | null;
    readonly early: string | null;
    readonly late: string | null;
    readonly days: number;
    readonly low_days: number;
    readonly high_days: number;
    readonly done_by_last_month: number;
    readonly phases: readonly { readonly cluster: string | null; readonly days: number; readonly share: number; readonly whole_run_days: number }[];
  } | null;
  /** What is dubious, or worth knowing; with the phases it is on, where it is not on all. */
  readonly notes: readonly (Note & { readonly phases?: readonly string[] })[];
}

/** What `uncertainty` takes. */
export interface SamplingOptions extends Options {
  /** How many points; powers of two fill the cube most evenly. Default: 8,192. */
  samples?: number | undefined;
  /** Other points, as even. Default: 0. */
  seed?: number | undefined;
  /** The figures, by path. Default: the headlines. */
  figures?: readonly FigurePath[] | undefined;
  /** Inputs that move together, by their rank correlation (Spearman's), from -1 to 1. Default: none do. */
  correlations?: readonly { readonly between: readonly [string, string]; readonly rank: number }[] | undefined;
  /** Hands out the draws too. Default: false. */
  draws?: boolean | undefined;
}

/** A figure, drawn; all numbers in `unit`. */
export interface DrawnFigure {
  readonly median: number;
  readonly unit: string;
  /** The 5th percentile. */
  readonly low: number;
  /** The 95th percentile. */
  readonly high: number;
  /** The 25th percentile. */
  readonly half_low: number;
  /** The 75th percentile. */
  readonly half_high: number;
  readonly mean: number;
  /** The figure where every input is at its centre. */
  readonly centre: number;
  /** What it is called. */
  readonly label: string;
  /** Values by the share of draws below: `0.01` to `0.99`. */
  readonly quantiles: Readonly<Record<string, number>>;
  /** Draws in bins of equal width, from the 1st to the 99th percentile. */
  readonly histogram: { readonly from: number; readonly to: number; readonly counts: readonly number[]; readonly below: number; readonly above: number };
}

/** How a figure of one side stands to that of the first. */
export interface Standing {
  /** The probability that it is less. */
  readonly less: number;
  /** The probability that it is the same. */
  readonly equal: number;
  /** The probability that it is more. */
  readonly more: number;
  /** The median of how many times the first it is. */
  readonly ratio: number;
  /** The 5th percentile of that. */
  readonly ratio_low: number;
  /** The 95th percentile of that. */
  readonly ratio_high: number;
}

/** How sure. */
export interface Uncertainty {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "uncertainty";
  /** How many points were drawn. */
  readonly samples: number;
  /** The seed, as a text. */
  readonly seed: string;
  /** The sides, in their order. */
  readonly sides: readonly {
    readonly name: string;
    /** How many inputs are in doubt. */
    readonly inputs: number;
    /** The share of points at which there is no result. */
    readonly failed: number;
    readonly figures: Readonly<Record<string, DrawnFigure>>;
    readonly notes: readonly Note[];
  }[];
  /** How each further side stands to the first, by its name and by path. */
  readonly against_first: Readonly<Record<string, Readonly<Record<string, Standing>>>>;
  /** The draws of each side by path, in the order of the points; only where they were asked for. NaN where there is no such figure. */
  readonly draws?: readonly Readonly<Record<string, Float64Array>>[];
}

/** What `sensitivity` takes. */
export interface SensitivityOptions extends Options {
  /** Points of each of the two samples; all inputs are drawn at each, and each input once more. Default: 1,024. */
  samples?: number | undefined;
  /** Other points, as even. Default: 0. */
  seed?: number | undefined;
}

/** What the doubt in a figure comes from. */
export interface Sensitivity {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "sensitivity";
  /** What it is of. */
  readonly name: string;
  /** The path of the figure. */
  readonly path: FigurePath;
  /** What it is called. */
  readonly label: string;
  /** The figure, in `unit`. */
  readonly value: number;
  readonly unit: string;
  readonly samples: number;
  readonly seed: string;
  /** The inputs in doubt, what matters most first. */
  readonly causes: readonly {
    readonly path: string;
    /** The paths of the same quantity in other pools of the same device, which moves with it. */
    readonly also: readonly string[];
    readonly label: string;
    /** Its range, for people. */
    readonly range: string;
    /** The figure where this input alone is at its 5th percentile. */
    readonly at_low: number;
    /** The figure where this input alone is at its 95th percentile. */
    readonly at_high: number;
    /** By how many percent the figure changes for one percent of the input; `null` where that cannot be said. */
    readonly elasticity: number | null;
    /** The share of the variance that it brings alone. */
    readonly first_order: number;
    /** The share that it brings with what it does together with others. */
    readonly total: number;
  }[];
  /** What matters most in a sentence, and what else is worth knowing. */
  readonly notes: readonly Note[];
}

/** What `solve` takes. */
export interface SolveOptions extends Options {
  /** Inputs, by path, that move with it, each in the ratio that it has to it at present. Default: none. */
  with?: readonly string[] | undefined;
  /** Searches only here: a range with its unit, such as `1000..20000`. Default: all that the input may be. */
  within?: string | undefined;
}

/** What it would take. */
export interface Solved {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "solved";
  /** The path of the input. */
  readonly input: string;
  /** The unit of its values. */
  readonly unit: string;
  /** What it is called. */
  readonly label: string;
  /** What it is at present; `null` where nobody knows. */
  readonly present: number | null;
  /** The inputs that move with it. */
  readonly tied: readonly {
    readonly input: string;
    readonly unit: string;
    readonly label: string;
    readonly present: number;
  }[];
  /** The path of the figure. */
  readonly figure: FigurePath;
  readonly figure_unit: string;
  /** How the figure is to stand to the goal. */
  readonly relation: "≤" | "≥" | "=";
  readonly goal: number;
  /** The values of the input at which the goal is just met, or best. */
  readonly answers: readonly {
    readonly value: number;
    /** The value for people. */
    readonly text: string;
    /** The figure there. */
    readonly figure: number;
    /** Which end of where the goal is met it is. */
    readonly side: "least" | "greatest" | "at" | "nearest";
    /** Whether it is the goal that ends there, rather than what the input may be. */
    readonly by_goal: boolean;
    /** What it becomes where the figure stands at one end of its range. */
    readonly low?: number;
    /** And at the other. */
    readonly high?: number;
    /** What the inputs that move with it are there, by path, each in its unit. */
    readonly tied?: Readonly<Record<string, number>>;
  }[];
  /** Where the goal is met. */
  readonly met: readonly { readonly low: number; readonly high: number }[];
  /** What was searched. */
  readonly searched: { readonly low: number; readonly high: number };
  /** Whether an answer lies beyond what is known of its input. */
  readonly notes: readonly Note[];
}

/** The values of each axis by the path of an input or choice: a list; or `"1.1..1.5 by 0.1"`, `"1000..100000 in 20"`, `"… in 20 log"`. */
export type SweepOver = Readonly<Record<string, string | readonly (string | number)[]>>;

/** What `sweep` takes. */
export interface SweepOptions extends Options {
  /** The figures, by path. Default: those of `pareto`, of which one must then be. */
  figures?: readonly FigurePath[] | undefined;
  /** Keeps only the cells that no other beats in these figures: by path, whether the least or the most is best. Default: all cells. */
  pareto?: Readonly<Record<string, "least" | "most">> | undefined;
}

/** Figures over a grid: columns as long as there are cells, the last axis going fastest. */
export interface Sweep {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "sweep";
  /** How many cells were calculated. */
  readonly cells: number;
  /** How many of them have no result. */
  readonly failed: number;
  /** Whether it was stopped. */
  readonly cancelled: boolean;
  /** The axes by path: numbers of an input, names of a choice. */
  readonly axes: Readonly<Record<string, { readonly unit?: string; readonly label?: string; readonly values: Float64Array | readonly string[] }>>;
  /** The figures by path; NaN where a cell has none. */
  readonly figures: Readonly<Record<string, { readonly unit: string; readonly label: string; readonly values: Float64Array }>>;
  /** The first hundred cells without a result, and why. */
  readonly errors: readonly { readonly cell: string; readonly message: string }[];
  /** The same cell by cell, for tables: what each axis and figure is there, by path. */
  rows(): SweepRow[];
}

/** A cell of a sweep: what its axes and figures are, by path. */
export type SweepRow = Readonly<Record<string, number | string>>;

/** What `ledger` takes. */
export interface LedgerOptions extends Options {
  /** So many terms at most; what is further down is counted. Default: 30. */
  terms?: number | undefined;
}

/** A term of a formula: a figure with what it rests on, or an input. */
export interface LedgerTerm {
  /** Its path. */
  readonly path: string;
  /** The figure, where it is one. */
  readonly figure?: Figure;
  /** The input, where it is one. */
  readonly input?: Input;
  /** How many terms are further down and not shown. */
  readonly folded?: number;
  /** Whether it is opened elsewhere in the tree. */
  readonly again?: boolean;
  /** What it rests on. */
  readonly terms?: readonly LedgerTerm[];
}

/** A figure with all that it rests on. */
export interface Ledger extends LedgerTerm {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
}

/** What stands in a column of a measured row; blank texts count as none. */
export type Cell = string | number | null | undefined;

/**
 * A measured row, as published files have them: of training, or of serving in the columns of the ML.ENERGY Benchmark. It names what ran; what it does
 * not say is usual, or the fastest that fits. One or more of the columns of outcomes say what was measured. Other columns are passed over.
 */
export interface ValidationRow {
  /** What the row is called. Default: its number. */
  readonly id?: Cell;
  /** The set whose errors it counts in. Default: `source`. */
  readonly set?: Cell;
  /** Where it was published. What it and `notes` say of how it was measured is read too. */
  readonly source?: Cell;
  readonly notes?: Cell;
  /** The year of the software. Default: by the source, else the year after the accelerator's. */
  readonly year?: Cell;

  /** The model by name; one that the catalogue does not have needs the dimensions below. */
  readonly model?: Cell;
  readonly layers?: Cell;
  readonly hidden?: Cell;
  readonly heads?: Cell;
  /** Default: `heads`. */
  readonly kv_heads?: Cell;
  /** Default: four times `hidden`. */
  readonly ffn?: Cell;
  /** Default: 51,200, which is Megatron's. */
  readonly vocab?: Cell;
  /** Parameters in billions, which tell kinds of blocks apart; `params` is the same. */
  readonly params_total_b?: Cell;
  readonly params?: Cell;
  /** What holds `MoE` is no dense transformer. */
  readonly arch?: Cell;

  /** The devices by name. */
  readonly accelerator?: Cell;
  /** How many; `accel_count` and `n_gpu` are the same. */
  readonly n_accel?: Cell;
  readonly accel_count?: Cell;
  readonly n_gpu?: Cell;
  /** The number format, such as `bf16`. */
  readonly precision?: Cell;

  /** Tokens of a sequence; `seq_len` is the same. */
  readonly seq?: Cell;
  readonly seq_len?: Cell;
  /** Sequences of a step; `global_batch_seqs` is the same. */
  readonly global_batch?: Cell;
  readonly global_batch_seqs?: Cell;
  /** Or the tokens of a step. */
  readonly global_batch_tokens?: Cell;
  /** Sequences of a microbatch; `micro_batch` is the same. */
  readonly microbatch?: Cell;
  readonly micro_batch?: Cell;
  /** Tensor-, pipeline-, context-, expert- and data-parallel degrees. A row with none of them is laid out by search. */
  readonly tp?: Cell;
  readonly pp?: Cell;
  readonly cp?: Cell;
  readonly ep?: Cell;
  readonly dp?: Cell;
  /** Chunks of the model on a pipeline stage; `vpp` is the same. */
  readonly interleave?: Cell;
  readonly vpp?: Cell;
  /** `yes` or `no`. */
  readonly sequence_parallel?: Cell;
  /** `none`, `selective` or `full`. */
  readonly recompute?: Cell;
  /** `full_run` where it is a whole run rather than a tuned benchmark. */
  readonly kind?: Cell;
  /** Tokens of the whole run in billions, which its days and its energy need. */
  readonly tokens_trained_b?: Cell;
  /** How FLOPs are counted, in words; `tflops_definition` is the same. */
  readonly flop_convention?: Cell;
  readonly tflops_definition?: Cell;
  /** The peak that utilisation is held against, in TFLOP/s of a device. */
  readonly peak_tflops_used?: Cell;
  /** Where power and energy were metered, in words, such as `node` or `gpu only`; and the PUE of the site. */
  readonly power_scope?: Cell;
  readonly energy_scope?: Cell;
  readonly pue?: Cell;

  /** Outcome: seconds of a step; `step_time_s` is the same. */
  readonly measured_step_s?: Cell;
  readonly step_time_s?: Cell;
  /** Outcome: TFLOP/s of a device; `tflops_per_gpu` is the same. */
  readonly measured_tflops_per_gpu?: Cell;
  readonly tflops_per_gpu?: Cell;
  /** Outcome: model FLOP utilisation as a share; or in percent. */
  readonly measured_mfu?: Cell;
  readonly mfu_pct?: Cell;
  /** Outcome: hardware FLOP utilisation in percent. */
  readonly hfu_pct?: Cell;
  /** Outcome: tokens a second, of all devices or of one. */
  readonly tokens_per_s?: Cell;
  readonly tokens_per_s_per_gpu?: Cell;
  /** Outcome: days or minutes of the whole run. */
  readonly wall_days?: Cell;
  readonly wall_minutes?: Cell;
  /** Outcome: watts of a node for each of its devices. */
  readonly avg_power_w_per_gpu?: Cell;
  /** Outcome: megawatt-hours of the whole run. */
  readonly energy_mwh?: Cell;

  /** Of serving: `lm-arena-chat`, `gpqa`, `sourcegraph-fim`, `image-chat` or `video-chat`. */
  readonly task?: Cell;
  /** Of serving: the devices by name, and how many. */
  readonly gpu?: Cell;
  readonly n?: Cell;
  /** Of serving: sequences at once. */
  readonly batch?: Cell;
  /** Of serving: the format of the weights. Default: `bf16`. */
  readonly prec?: Cell;
  /** Outcome of serving: tokens a second, watts of all devices, joules a token. */
  readonly tput?: Cell;
  readonly power?: Cell;
  readonly meas?: Cell;

  readonly [column: string]: Cell;
}

/** Predictions beside measurements. */
export interface Validation {
  readonly rows: readonly {
    /** The row's `id`, else its number. */
    readonly id: string;
    /** The row's `set` or `source`, else `rows`. */
    readonly set: string;
    /** What was measured. */
    readonly quantity: string;
    readonly predicted: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly measured: number | null;
    readonly error_pct: number | null;
    /** Why nothing was predicted. */
    readonly reason: string | null;
  }[];
  readonly sets: readonly {
    readonly set: string;
    readonly quantity: string;
    /** Rows predicted. */
    readonly n: number;
    readonly skipped: number;
    /** The mean of the absolute errors, in percent. */
    readonly mape: number | null;
    /** The median of the absolute errors, in percent. */
    readonly median: number | null;
    /** The mean error, in percent. */
    readonly bias: number | null;
    /** The share of measurements that lie in the 90 % interval, from 0 to 1. */
    readonly coverage90: number | null;
    /** The median of how many times its lower end the upper end of an interval is. */
    readonly width: number | null;
  }[];
  /** What was left out: rows that could not be predicted, and rows without an outcome. */
  readonly left_out: readonly {
    /** Why, in words. */
    readonly reason: string;
    /** How many rows. */
    readonly n: number;
    /** Which: the ids of the rows. */
    readonly ids: readonly string[];
  }[];
}

/** A field of a form: an input, what it may be, and what it is by itself. */
export interface FormField extends Input {
  /** Its path, by which a scenario sets it. */
  readonly path: string;
  /** What it measures, such as `power` or `PUE`. */
  readonly measures: string;
  /** The least that is allowed, in `unit`. */
  readonly min: number;
  /** The most that is allowed; `null` where there is no bound. */
  readonly max: number | null;
  /** Whether it must be more than `min`. */
  readonly positive: boolean;
  /** Whether only whole numbers are allowed. */
  readonly whole: boolean;
  /** What it is where the scenario does not give it; `null` where it is not there then. */
  readonly default: Input | null;
}

/** All that a scenario may be given. */
export interface Form {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "form";
  /** The choices: what is chosen, and the path that sets it. */
  readonly choices: readonly { readonly path: string; readonly label: string; readonly current: string }[];
  /** The inputs, in their order. */
  readonly inputs: readonly FormField[];
}

/** What a search in the whole catalogue found. */
export interface Found {
  /** The edition of the catalogue. */
  readonly edition: string;
  readonly rows: readonly { readonly part: Part; readonly id: string; readonly name: string }[];
}

/** What can be drawn, by the function that gives it, and what that takes, in one object. */
export interface ChartOf {
  /** How sure each headline of a year is. */
  operate: { scenario: ClusterId | OperationScenario };
  /** How sure each headline of a run is. */
  train: { scenario: TrainingScenario };
  /** How sure each headline of a service is. */
  serve: { scenario: ServingScenario };
  /** The best layouts of a service: the rate of a user against that of a device. */
  frontier: { scenario: ServingScenario };
  /** Figures side by side. Default: the headlines. */
  compare: { scenarios: readonly (ClusterId | Scenario)[]; figures?: readonly FigurePath[] | undefined };
  /** A waterfall: why two results differ. */
  why: { scenarios: readonly [ClusterId | Scenario, ClusterId | Scenario]; figure: FigurePath };
  /** The first of the parts: the `bill` as a waterfall, an `hour`, or the `views`. Default: an hour. */
  cost: { scenario: ClusterId | Scenario; parts?: readonly ("bill" | "hour" | "views")[] | undefined };
  /** A site that is built in phases. */
  timeline: { timeline: string | TimelineQuestion };
  /** Intervals of figures beside their medians, or of several sides; of one figure the histogram. */
  uncertainty: {
    scenarios: readonly (ClusterId | Scenario)[];
    samples?: number | undefined;
    seed?: number | undefined;
    figures?: readonly FigurePath[] | undefined;
    correlations?: SamplingOptions["correlations"];
  };
  /** A tornado: what matters most. */
  sensitivity: { scenario: ClusterId | Scenario; figure: FigurePath; samples?: number | undefined; seed?: number | undefined };
  /** Lines over the first axis of numbers, or the frontier of two figures. */
  sweep: { scenario: ClusterId | Scenario; over: SweepOver; figures?: readonly FigurePath[] | undefined; pareto?: SweepOptions["pareto"] };
  /** A figure with what it rests on, as a tree. */
  ledger: { scenario: ClusterId | Scenario; figure: FigurePath; terms?: number | undefined };
}

/** How a chart looks. */
export interface ChartOptions extends Options {
  /** On what it is read. Default: `light`. */
  theme?: "light" | "dark" | "print" | undefined;
  /** Its width in pixels, 280 to 2,400; its height follows. Default: 640. */
  width?: number | undefined;
}

/** Where a row of a chart's tables stands in its picture. */
export interface ChartSpot {
  readonly table: number;
  readonly row: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A chart. */
export interface Chart {
  /** The edition of the catalogue behind it. */
  readonly edition: string;
  readonly kind: "chart";
  /** What stands above it. */
  readonly title: string;
  /** What it shows, and how it is read; may be empty. */
  readonly note: string;
  /** Where its figures come from, and what its ranges are. */
  readonly foot: string;
  /** The picture: SVG without style sheet, script or address. */
  readonly svg: string;
  /** Where the rows of its tables stand in the picture, in its pixels; a row may stand in several places, and width and height are 0 for a point. */
  readonly spots: readonly ChartSpot[];
  /** Its data, in tables. */
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly { readonly key: string; readonly title: string; readonly unit: string }[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  }[];
  /** The same as tables of HTML, for whoever does not see the picture. */
  readonly html: string;
  /** The same as a specification of Vega-Lite, its data inline. */
  readonly vega: Readonly<Record<string, unknown>>;
}
