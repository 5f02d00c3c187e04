//! Every document that the catalogue was taken from.

use crate::provenance::Source;

/// NVIDIA AIConfigurator: copies of the published configurations.
pub static AICONFIGURATOR: Source = Source {
    title: "NVIDIA AIConfigurator: copies of the published configurations",
    address: "https://github.com/ai-dynamo/aiconfigurator",
    year: 2026,
};
/// AIMultiple GPU index.
pub static AIMULTIPLE_GPU_INDEX: Source =
    Source { title: "AIMultiple GPU index", address: "https://aimultiple.com/gpu-index", year: 2026 };
/// AI News Live: Stargate.
pub static AINEWS_STARGATE: Source = Source {
    title: "AI News Live: Stargate",
    address: "https://ainewslive.com/article/the-100b-stargate-supercomputer-microsoft-and-openais-high-stakes-ai-power-play",
    year: 2024,
};
/// Alibaba HPN (SIGCOMM 2024).
pub static ALIBABA_HPN: Source = Source { title: "Alibaba HPN (SIGCOMM 2024)", address: "", year: 2024 };
/// Notes on Alibaba HPN (SIGCOMM 2024).
pub static ALIBABA_HPN_NOTES: Source = Source {
    title: "Notes on Alibaba HPN (SIGCOMM 2024)",
    address: "https://wuql20.bearblog.dev/paper-notes-alibaba-hpn-a-data-center-network-for-large-language-model-training",
    year: 2024,
};
/// Amazon sustainability: the cloud.
pub static AMAZON_CLOUD: Source = Source {
    title: "Amazon sustainability: the cloud",
    address: "https://sustainability.aboutamazon.com/environment/the-cloud/asdi",
    year: 2025,
};
/// Apetops: 512 H100 servers.
pub static APETOPS_512: Source = Source {
    title: "Apetops: 512 H100 servers",
    address: "https://www.apetops-us.com/help/ai-256-explanation-of-512-h100-clustering-solution",
    year: 2024,
};
/// Asia Financial: Musk wants a gigacomputer.
pub static ASIA_FINANCIAL_XAI: Source = Source {
    title: "Asia Financial: Musk wants a gigacomputer",
    address: "https://www.asiafinancial.com/musk-wants-a-gigacomputer-for-xai-chatbot-the-information",
    year: 2024,
};
/// Aterio: the power of Colossus 1 by stage.
pub static ATERIO_COLOSSUS: Source = Source {
    title: "Aterio: the power of Colossus 1 by stage",
    address: "https://www.aterio.io/blog/colossus-1-xai-s-ambitious-500-mw-energy-deployment",
    year: 2025,
};
/// Awesome Agents: GB300.
pub static AWESOMEAGENTS_GB300: Source = Source {
    title: "Awesome Agents: GB300",
    address: "https://awesomeagents.ai/hardware/nvidia-gb300-nvl72",
    year: 2026,
};
/// Awesome Agents: AMD Helios.
pub static AWESOMEAGENTS_HELIOS: Source = Source {
    title: "Awesome Agents: AMD Helios",
    address: "https://awesomeagents.ai/hardware/amd-helios/",
    year: 2026,
};
/// Awesome Agents: MI455X.
pub static AWESOMEAGENTS_MI455X: Source = Source {
    title: "Awesome Agents: MI455X",
    address: "https://awesomeagents.ai/hardware/amd-mi455x",
    year: 2026,
};
/// Awesome Agents: WSE-3.
pub static AWESOMEAGENTS_WSE3: Source = Source {
    title: "Awesome Agents: WSE-3",
    address: "https://awesomeagents.ai/hardware/cerebras-wse-3",
    year: 2026,
};
/// AWS EC2 Capacity Blocks price table.
pub static AWS_CAPACITY_BLOCKS: Source =
    Source { title: "AWS EC2 Capacity Blocks price table", address: "", year: 2024 };
/// AWS list prices, us-east (as tabulated in open-source projects).
pub static AWS_LIST_2026: Source = Source {
    title: "AWS list prices, us-east (as tabulated in open-source projects)",
    address: "",
    year: 2026,
};
/// AWS Neuron samples: NeMo Megatron GPT.
pub static AWS_NEMO: Source = Source {
    title: "AWS Neuron samples: NeMo Megatron GPT",
    address: "https://github.com/aws-neuron/aws-neuron-parallelcluster-samples",
    year: 2023,
};
/// AWS EC2 on demand prices, archived 2025-03-17.
pub static AWS_ON_DEMAND_2025_03: Source = Source {
    title: "AWS EC2 on demand prices, archived 2025-03-17",
    address: "https://web.archive.org/web/20250317144823/https://aws.amazon.com/ec2/pricing/on-demand/",
    year: 2025,
};
/// AWS EC2 P4 prices, archived 2022-08-19.
pub static AWS_P4_2022_08: Source = Source {
    title: "AWS EC2 P4 prices, archived 2022-08-19",
    address: "https://web.archive.org/web/20220819235958/https://aws.amazon.com/ec2/instance-types/p4/",
    year: 2022,
};
/// AWS EC2 P4 prices, archived 2022-12-09.
pub static AWS_P4_2022_12: Source = Source {
    title: "AWS EC2 P4 prices, archived 2022-12-09",
    address: "https://web.archive.org/web/20221209004833/https://aws.amazon.com/ec2/instance-types/p4/",
    year: 2022,
};
/// AWS EC2 P4 prices, archived 2024-08-03.
pub static AWS_P4_2024_08: Source = Source {
    title: "AWS EC2 P4 prices, archived 2024-08-03",
    address: "https://web.archive.org/web/20240803060822/https://aws.amazon.com/ec2/instance-types/p4/",
    year: 2024,
};
/// AWS EC2 P4 prices, archived 2025-03-02.
pub static AWS_P4_2025_03: Source = Source {
    title: "AWS EC2 P4 prices, archived 2025-03-02",
    address: "https://web.archive.org/web/20250302190228/https://aws.amazon.com/ec2/instance-types/p4/",
    year: 2025,
};
/// AWS Neuron documentation: Trainium.
pub static AWS_TRAINIUM: Source = Source {
    title: "AWS Neuron documentation: Trainium",
    address: "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/general/arch/neuron-hardware/trainium.html",
    year: 2025,
};
/// AWS Neuron documentation: Trainium2.
pub static AWS_TRAINIUM2: Source = Source {
    title: "AWS Neuron documentation: Trainium2",
    address: "https://awsdocs-neuron.readthedocs-hosted.com/en/v2.29.0/_sources/about-neuron/arch/neuron-hardware/trainium2.rst",
    year: 2025,
};
/// AWS Neuron documentation: Trainium3.
pub static AWS_TRAINIUM3: Source = Source {
    title: "AWS Neuron documentation: Trainium3",
    address: "https://awsdocs-neuron.readthedocs-hosted.com/en/v2.29.1/_sources/about-neuron/arch/neuron-hardware/trainium3.rst",
    year: 2025,
};
/// AWS Neuron documentation: Trn1.
pub static AWS_TRN1: Source = Source {
    title: "AWS Neuron documentation: Trn1",
    address: "https://awsdocs-neuron.readthedocs-hosted.com/en/v2.9.1/_sources/general/arch/neuron-hardware/trn1-arch.rst.txt",
    year: 2023,
};
/// Azure virtual machines prices, archived 2025-03-17.
pub static AZURE_2025_03: Source = Source {
    title: "Azure virtual machines prices, archived 2025-03-17",
    address: "https://web.archive.org/web/20250317154123/https://azure.microsoft.com/en-us/pricing/details/virtual-machines/linux/#pricing",
    year: 2025,
};
/// Azure list prices (as tabulated in open-source projects).
pub static AZURE_LIST_2026: Source =
    Source { title: "Azure list prices (as tabulated in open-source projects)", address: "", year: 2026 };
/// Barroso, Hölzle and Ranganathan, The Datacenter as a Computer.
pub static BARROSO: Source = Source {
    title: "Barroso, Hölzle and Ranganathan, The Datacenter as a Computer",
    address: "https://doi.org/10.2200/S00874ED3V01Y201809CAC046",
    year: 2018,
};
/// Benzinga: xAI's recycled water.
pub static BENZINGA_XAI_WATER: Source = Source {
    title: "Benzinga: xAI's recycled water",
    address: "https://www.benzinga.com/markets/tech/25/07/46487316/elon-musks-xai-unveils-sustainable-way-to-cool-memphis-data-center-amid-criticism-from-environmental",
    year: 2025,
};
/// Investing.com (Bernstein): cost of a GW of data center.
pub static BERNSTEIN_GW: Source = Source {
    title: "Investing.com (Bernstein): cost of a GW of data center",
    address: "https://ng.investing.com/news/stock-market-news/how-much-does-a-gw-of-data-center-capacity-actually-cost-2169144",
    year: 2025,
};
/// Besiroglu et al., Chinchilla scaling: a replication attempt.
pub static BESIROGLU_PAPER: Source = Source {
    title: "Besiroglu et al., Chinchilla scaling: a replication attempt",
    address: "arXiv:2404.10102",
    year: 2024,
};
/// BestHub: optical modules of A100, H100 and GH200 clusters.
pub static BESTHUB_MODULES: Source = Source {
    title: "BestHub: optical modules of A100, H100 and GH200 clusters",
    address: "https://www.besthub.dev/articles/how-many-optical-modules-do-a100-h100-and-gh200-ai-clusters-really-need-14a6a77a0473",
    year: 2024,
};
/// BigScience: tr11-176B README.
pub static BIGSCIENCE: Source = Source {
    title: "BigScience: tr11-176B README",
    address: "https://github.com/bigscience-workshop/bigscience",
    year: 2022,
};
/// Birow: Stargate.
pub static BIROW_STARGATE: Source = Source {
    title: "Birow: Stargate",
    address: "https://www.birow.com/stargate-az-eddigi-legnagyobb-ai-ra-optimalizalt-szuperszamitogep",
    year: 2024,
};
/// Bisnow: $100B supercomputer campus.
pub static BISNOW_STARGATE: Source = Source {
    title: "Bisnow: $100B supercomputer campus",
    address: "https://www.bisnow.com/national/news/data-center/microsoft-and-openai-may-build-100b-supercomputer-campus-123626",
    year: 2024,
};
/// Blockrora: Grok 3.
pub static BLOCKRORA_GROK3: Source =
    Source { title: "Blockrora: Grok 3", address: "https://blockrora.com/?p=24215", year: 2025 };
/// Wu et al., BloombergGPT.
pub static BLOOMBERG_PAPER: Source =
    Source { title: "Wu et al., BloombergGPT", address: "arXiv:2303.17564", year: 2023 };
/// Scao et al., BLOOM.
pub static BLOOM_PAPER: Source =
    Source { title: "Scao et al., BLOOM", address: "arXiv:2211.05100", year: 2022 };
/// US Bureau of Labor Statistics: CPI-U, not seasonally adjusted (CUUR0000SA0).
pub static BLS_CPI: Source = Source {
    title: "US Bureau of Labor Statistics: CPI-U, not seasonally adjusted (CUUR0000SA0)",
    address: "https://github.com/datasets/cpi-us",
    year: 2026,
};
/// BloombergNEF battery price survey 2025 (as quoted).
pub static BNEF_BATTERY_2025: Source = Source {
    title: "BloombergNEF battery price survey 2025 (as quoted)",
    address: "https://git.livingip.xyz/teleo/teleo-codex/src/commit/e07feed7c8e9d7e92e0777fb56dbf1a91a8aafc0/inbox/null-result/2026-04-29-bnef-battery-price-survey-2025-stationary-70kwh.md",
    year: 2025,
};
/// BloombergNEF energy storage system costs 2024 (as quoted).
pub static BNEF_STORAGE_2024: Source =
    Source { title: "BloombergNEF energy storage system costs 2024 (as quoted)", address: "", year: 2024 };
/// Computer Weekly: cloud sustainability.
pub static BRIEFLY_CLOUD: Source = Source {
    title: "Computer Weekly: cloud sustainability",
    address: "https://www.briefly.co/anchor/DevOps/story/ai-energy-and-the-new-rules-of-cloud-sustainability-competition--computer-weekly",
    year: 2025,
};
/// Business Insider: a gas plant for Stargate's first data center.
pub static BUSINESS_INSIDER_ABILENE: Source = Source {
    title: "Business Insider: a gas plant for Stargate's first data center",
    address: "https://africa.businessinsider.com/news/an-on-site-natural-gas-plant-will-help-power-stargates-first-data-center-public/ld11p1q",
    year: 2025,
};
/// Burns & McDonnell: simple and combined cycle under the new standards.
pub static BURNSMCD_GAS: Source = Source {
    title: "Burns & McDonnell: simple and combined cycle under the new standards",
    address: "https://info.burnsmcd.com/article/choosing-between-simple-cycle-and-combined-cycle-under-new-emissions-standards",
    year: 2025,
};
/// Business Insider: xAI's supercomputer.
pub static BUSINESS_INSIDER_XAI: Source = Source {
    title: "Business Insider: xAI's supercomputer",
    address: "https://businessinsider.in/artificial-intelligence/news/elon-musk-wants-xai-to-build-the-worlds-most-powerful-supercomputer-using-nvidia-chips/articleshow/111785581.cms",
    year: 2024,
};
/// Complete AI Training: five new Stargate sites.
pub static CAIT_STARGATE_SITES: Source = Source {
    title: "Complete AI Training: five new Stargate sites",
    address: "https://completeaitraining.com/news/openai-and-oracle-plan-five-new-us-data-centers-as-stargate",
    year: 2025,
};
/// Complete AI Training: OCI Zettascale10.
pub static CAIT_ZETTASCALE10: Source = Source {
    title: "Complete AI Training: OCI Zettascale10",
    address: "https://completeaitraining.com/news/oci-zettascale10-connects-800000-nvidia-gpus-for-16",
    year: 2025,
};
/// CBRE: North America data center trends H2 2024.
pub static CBRE_2024: Source = Source {
    title: "CBRE: North America data center trends H2 2024",
    address: "https://www.cbre.com/insights/reports/north-america-data-center-trends-h2-2024",
    year: 2024,
};
/// Dey et al., Cerebras-GPT.
pub static CEREBRAS_GPT_PAPER: Source =
    Source { title: "Dey et al., Cerebras-GPT", address: "arXiv:2304.03208", year: 2023 };
/// Meta, Chameleon.
pub static CHAMELEON_PAPER: Source =
    Source { title: "Meta, Chameleon", address: "arXiv:2405.09818", year: 2024 };
/// TVA votes to double power for xAI.
pub static CHARM_TVA: Source = Source {
    title: "TVA votes to double power for xAI",
    address: "https://charm-retirement.com/tva-votes-to-double-power-it-provides-elon-musks-xai-plant-in-memphis",
    year: 2026,
};
/// Hoffmann et al., Training compute-optimal large language models.
pub static CHINCHILLA_PAPER: Source = Source {
    title: "Hoffmann et al., Training compute-optimal large language models",
    address: "arXiv:2203.15556",
    year: 2022,
};
/// CodeFuse-13B.
pub static CODEFUSE_PAPER: Source = Source { title: "CodeFuse-13B", address: "arXiv:2310.06266", year: 2023 };
/// The Cooling Report: xAI's water in Memphis.
pub static COOLING_REPORT_XAI: Source = Source {
    title: "The Cooling Report: xAI's water in Memphis",
    address: "https://thecoolingreport.com/intel/xai-memphis-water-812000-gallons-daily-aquifer",
    year: 2026,
};
/// CostNimbus: GPU costs.
pub static COSTNIMBUS: Source = Source {
    title: "CostNimbus: GPU costs",
    address: "https://costnimbus.com/article/gpu-cost-management-ml-teams",
    year: 2026,
};
/// CR8DL prices, archived 2024-08-06.
pub static CR8DL_2024_08: Source = Source {
    title: "CR8DL prices, archived 2024-08-06",
    address: "https://web.archive.org/web/20240806065220/https://www.cr8dl.ai/cloud-gpu",
    year: 2024,
};
/// CR8DL prices, archived 2025-03-03.
pub static CR8DL_2025_03: Source = Source {
    title: "CR8DL prices, archived 2025-03-03",
    address: "https://web.archive.org/web/20250303170410/https://www.cr8dl.ai/cloud-gpu",
    year: 2025,
};
/// CRE Media Europe: Turner & Townsend cost index 2025-26.
pub static CRE_MEDIA_DCCI: Source = Source {
    title: "CRE Media Europe: Turner & Townsend cost index 2025-26",
    address: "https://www.cremediaeurope.com/news/ai-boom-strains-data-centre-construction-costs-rise~0QkR7oHK/",
    year: 2025,
};
/// Cudo prices.
pub static CUDO_PRICES: Source =
    Source { title: "Cudo prices", address: "https://www.cudocompute.com/products/gpu-cloud", year: 2025 };
/// Cushman & Wakefield, Data Center Development Cost Guide 2025.
pub static CUSHMAN_2025: Source = Source {
    title: "Cushman & Wakefield, Data Center Development Cost Guide 2025",
    address: "https://cushwake.cld.bz/Data-Center-Development-Cost-Guide-2025/8-9",
    year: 2025,
};
/// Cybernews: Stargate.
pub static CYBERNEWS_STARGATE: Source = Source {
    title: "Cybernews: Stargate",
    address: "https://cybernews.com/news/microsoft-openai-100-billion-data-center-stargate-supercomputer/",
    year: 2024,
};
/// Daily Sabah: Musk eyes a supercomputer for xAI.
pub static DAILY_SABAH_XAI: Source = Source {
    title: "Daily Sabah: Musk eyes a supercomputer for xAI",
    address: "https://www.dailysabah.com/business/tech/musk-reportedly-eyes-building-supercomputer-for-his-startup-xai",
    year: 2024,
};
/// Databricks: MPT-30B prices, archived 2024-04-11.
pub static DATABRICKS_2024_04: Source = Source {
    title: "Databricks: MPT-30B prices, archived 2024-04-11",
    address: "https://web.archive.org/web/20240411010832/https://www.databricks.com/blog/mpt-30b",
    year: 2024,
};
/// Data Center Dynamics: PUE of AWS.
pub static DCD_AWS_PUE: Source = Source {
    title: "Data Center Dynamics: PUE of AWS",
    address: "https://www.datacenterdynamics.com/en/news/aws-global-data-centers-achieved-pue-of-115-in-2023/",
    year: 2024,
};
/// Data Center Dynamics: interruptions of Llama 3's training.
pub static DCD_LLAMA3: Source = Source {
    title: "Data Center Dynamics: interruptions of Llama 3's training",
    address: "https://direct.datacenterdynamics.com/en/news/meta-report-details-hundreds-of-gpu-and-hbm3-related-interruptions-to-llama-3-training-run",
    year: 2024,
};
/// Data Center Dynamics: xAI drops plans for $10bn Oracle cloud expansion.
pub static DCD_XAI_ORACLE: Source = Source {
    title: "Data Center Dynamics: xAI drops plans for $10bn Oracle cloud expansion",
    address: "https://www.datacenterdynamics.com/en/news/xai-drops-plans-for-10bn-oracle-cloud-expansion-as-it-builds-memphis-supercomputer/",
    year: 2024,
};
/// Deep Quarry: Amazon's server life.
pub static DEEPQUARRY_AMAZON: Source = Source {
    title: "Deep Quarry: Amazon's server life",
    address: "https://deepquarry.substack.com/p/amazon-revises-server-lifespan-amid",
    year: 2025,
};
/// DeepSeek LLM.
pub static DEEPSEEK_LLM_PAPER: Source =
    Source { title: "DeepSeek LLM", address: "arXiv:2401.02954", year: 2024 };
/// DeepSeek-V3 technical report.
pub static DEEPSEEK_V3_PAPER: Source =
    Source { title: "DeepSeek-V3 technical report", address: "arXiv:2412.19437", year: 2024 };
/// ECB reference rates.
pub static ECB_RATES: Source = Source { title: "ECB reference rates", address: "", year: 2024 };
/// EPA eGRID2023 rev2: state CO2 output rates.
pub static EGRID_STATES: Source = Source {
    title: "EPA eGRID2023 rev2: state CO2 output rates",
    address: "https://www.epa.gov/system/files/documents/2025-06/summary_tables_rev2.pdf",
    year: 2023,
};
/// EPA eGRID2023 rev2: CO2e output rates, Table 1.
pub static EGRID_SUBREGIONS: Source = Source {
    title: "EPA eGRID2023 rev2: CO2e output rates, Table 1",
    address: "https://www.epa.gov/system/files/documents/2025-06/summary_tables_rev2.xlsx",
    year: 2023,
};
/// EIA Short-Term Energy Outlook: natural gas.
pub static EIA_GAS: Source = Source {
    title: "EIA Short-Term Energy Outlook: natural gas",
    address: "https://www.eia.gov/outlooks/steo/report/natgas.php",
    year: 2025,
};
/// EIA and Sargent & Lundy, cost and performance of power plants.
pub static EIA_PLANTS: Source = Source {
    title: "EIA and Sargent & Lundy, cost and performance of power plants",
    address: "https://www.eia.gov/analysis/studies/powerplants/capitalcost/",
    year: 2024,
};
/// EIA: natural gas statistics, prices by consumer.
pub static EIA_GAS_STATISTICS: Source = Source {
    title: "EIA: natural gas statistics, prices by consumer",
    address: "https://www.eia.gov/energyexplained/natural-gas/data-and-statistics.php",
    year: 2022,
};
/// EIA: average industrial electricity price.
pub static EIA_PRICES: Source = Source {
    title: "EIA: average industrial electricity price",
    address: "https://www.eia.gov/electricity/annual/",
    year: 2023,
};
/// EIA Electric Power Annual 2023: average revenue per kWh by state.
pub static EIA_STATES: Source = Source {
    title: "EIA Electric Power Annual 2023: average revenue per kWh by state",
    address: "https://www.eia.gov/electricity/annual/secrev-map.php",
    year: 2023,
};
/// EIA: round-trip efficiency of batteries and pumped storage (quoted by CleanTechnica).
pub static EIA_STORAGE: Source = Source {
    title: "EIA: round-trip efficiency of batteries and pumped storage (quoted by CleanTechnica)",
    address: "https://cleantechnica.com/2021/02/12/utility-scale-batteries-pumped-storage-return-about-80-of-the-electricity-they-store/",
    year: 2019,
};
/// EPA 40 CFR 98 Table C-1 (as quoted).
pub static EPA_40CFR98: Source =
    Source { title: "EPA 40 CFR 98 Table C-1 (as quoted)", address: "", year: 2024 };
/// Epoch AI: AI data center cost breakdown.
pub static EPOCH_COST_BREAKDOWN: Source = Source {
    title: "Epoch AI: AI data center cost breakdown",
    address: "https://epoch.ai/data-insights/ai-datacenter-cost-breakdown",
    year: 2026,
};
/// Epoch AI, Frontier Data Centers.
pub static EPOCH_DATA_CENTERS: Source = Source {
    title: "Epoch AI, Frontier Data Centers",
    address: "https://epoch.ai/data/data-centers",
    year: 2026,
};
/// Epoch AI, Frontier Data Centers (edition of 2025-12).
pub static EPOCH_DATA_CENTERS_2025: Source = Source {
    title: "Epoch AI, Frontier Data Centers (edition of 2025-12)",
    address: "https://epoch.ai/data/data-centers",
    year: 2025,
};
/// Epoch AI: development cost of frontier models.
pub static EPOCH_DEVELOPMENT_COST: Source = Source {
    title: "Epoch AI: development cost of frontier models",
    address: "https://epoch.ai",
    year: 2025,
};
/// Epoch AI, GPU Clusters.
pub static EPOCH_GPU_CLUSTERS: Source =
    Source { title: "Epoch AI, GPU Clusters", address: "https://epoch.ai/data/gpu-clusters", year: 2026 };
/// Epoch AI, GPU Clusters: estimation method.
pub static EPOCH_GPU_CLUSTERS_METHOD: Source = Source {
    title: "Epoch AI, GPU Clusters: estimation method",
    address: "https://epoch.ai/data/gpu-clusters-documentation/estimation",
    year: 2025,
};
/// Epoch AI: GPUs' share of power in AI data centers.
pub static EPOCH_GPU_POWER_SHARE: Source = Source {
    title: "Epoch AI: GPUs' share of power in AI data centers",
    address: "https://epoch.ai/data-insights/gpus-power-usage-in-ai-data-centers",
    year: 2025,
};
/// Epoch AI, hardware prices (dated listings).
pub static EPOCH_HARDWARE_PRICES: Source = Source {
    title: "Epoch AI, hardware prices (dated listings)",
    address: "https://github.com/epoch-research/training-cost-trends/blob/main/data/Hardware%20prices.csv",
    year: 2025,
};
/// Epoch AI, ML Hardware.
pub static EPOCH_ML_HARDWARE: Source = Source {
    title: "Epoch AI, ML Hardware",
    address: "https://epoch.ai/data/machine-learning-hardware",
    year: 2026,
};
/// Epoch AI, AI models.
pub static EPOCH_MODELS: Source =
    Source { title: "Epoch AI, AI models", address: "https://epoch.ai/data", year: 2025 };
/// Epoch AI, notable AI models (edition of 2025-06).
pub static EPOCH_MODELS_2025_06: Source = Source {
    title: "Epoch AI, notable AI models (edition of 2025-06)",
    address: "https://epoch.ai/data",
    year: 2025,
};
/// Epoch AI: hardware price-performance.
pub static EPOCH_PRICE_PERFORMANCE: Source = Source {
    title: "Epoch AI: hardware price-performance",
    address: "https://epoch.ai/data/machine-learning-hardware",
    year: 2024,
};
/// Cottier et al. (Epoch AI), The rising costs of training frontier AI models.
pub static EPOCH_TRAINING_COSTS: Source = Source {
    title: "Cottier et al. (Epoch AI), The rising costs of training frontier AI models",
    address: "arXiv:2405.21015",
    year: 2024,
};
/// EUbusiness: Eurostat electricity prices.
pub static EUBUSINESS_PRICES: Source = Source {
    title: "EUbusiness: Eurostat electricity prices",
    address: "https://www.eubusiness.com/energy/germany-electricity-prices-highest-in-eu/",
    year: 2025,
};
/// Eurostat Statistics Explained: electricity prices.
pub static EUROSTAT_EXPLAINED: Source = Source {
    title: "Eurostat Statistics Explained: electricity prices",
    address: "https://ec.europa.eu/eurostat/statistics-explained/index.php?title=Electricity_price_statistics",
    year: 2024,
};
/// Eurostat nrg_pc_205: electricity prices, non-household.
pub static EUROSTAT_PRICES: Source = Source {
    title: "Eurostat nrg_pc_205: electricity prices, non-household",
    address: "https://ec.europa.eu/eurostat/databrowser/view/nrg_pc_205",
    year: 2025,
};
/// Salpekar et al., Training LLMs with fault tolerant HSDP on 100,000 GPUs.
pub static FT_HSDP_PAPER: Source = Source {
    title: "Salpekar et al., Training LLMs with fault tolerant HSDP on 100,000 GPUs",
    address: "arXiv:2602.00277",
    year: 2026,
};
/// Falk et al., life cycle assessment of an A100.
pub static FALK_A100_LCA: Source = Source {
    title: "Falk et al., life cycle assessment of an A100",
    address: "arXiv:2509.00093",
    year: 2025,
};
/// US Federal Reserve H.10/G.5: exchange rates.
pub static FED_H10: Source = Source {
    title: "US Federal Reserve H.10/G.5: exchange rates",
    address: "https://github.com/datasets/exchange-rates",
    year: 2025,
};
/// Fluid: Stargate by 2028.
pub static FLUID_STARGATE: Source = Source {
    title: "Fluid: Stargate by 2028",
    address: "https://withfluid.com/posts/microsoft-and-openai-are-building-a-115-billion-stargate-datacenter-project-by-2028",
    year: 2024,
};
/// FRED PCU518210518210: producer prices, data processing and hosting.
pub static FRED_PPI: Source = Source {
    title: "FRED PCU518210518210: producer prices, data processing and hosting",
    address: "https://fred.stlouisfed.org/series/PCU518210518210",
    year: 2025,
};
/// The Free Sheet: data center efficiency flatlines (Uptime).
pub static FREESHEET_PUE: Source = Source {
    title: "The Free Sheet: data center efficiency flatlines (Uptime)",
    address: "https://thefreesheet.com/2026/01/19/data-centre-efficiency-flatlines-for-sixth-year-as-ai-power-demands-soar",
    year: 2026,
};
/// Scientific Data 11:1077, power of Frontier.
pub static FRONTIER_POWER: Source = Source {
    title: "Scientific Data 11:1077, power of Frontier",
    address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC11450168",
    year: 2024,
};
/// The Full Stack: cloud GPUs.
pub static FULL_STACK_GPUS: Source = Source {
    title: "The Full Stack: cloud GPUs",
    address: "https://github.com/the-full-stack/website/blob/main/docs/cloud-gpus/cloud-gpus.csv",
    year: 2023,
};
/// Bernstein, data center shares (as listed).
pub static FXBAOGAO_BERNSTEIN: Source = Source {
    title: "Bernstein, data center shares (as listed)",
    address: "https://www.fxbaogao.com/detail/5182980",
    year: 2025,
};
/// GenZ LLM Analyzer: model sets.
pub static GENZ: Source = Source {
    title: "GenZ LLM Analyzer: model sets",
    address: "https://github.com/abhibambhaniya/GenZ-LLM-Analyzer",
    year: 2025,
};
/// Du et al., GLaM.
pub static GLAM_PAPER: Source = Source { title: "Du et al., GLaM", address: "arXiv:2112.06905", year: 2021 };
/// Zeng et al., GLM-130B.
pub static GLM130B_PAPER: Source =
    Source { title: "Zeng et al., GLM-130B", address: "arXiv:2210.02414", year: 2022 };
/// Google Cloud GPUs prices, archived 2022-12-12.
pub static GOOGLE_GPUS_2022_12: Source = Source {
    title: "Google Cloud GPUs prices, archived 2022-12-12",
    address: "https://web.archive.org/web/20221212030420/https://cloud.google.com/compute/gpus-pricing",
    year: 2022,
};
/// Google Cloud GPUs prices, archived 2025-03-17.
pub static GOOGLE_GPUS_2025_03: Source = Source {
    title: "Google Cloud GPUs prices, archived 2025-03-17",
    address: "https://web.archive.org/web/20250317151647/https://cloud.google.com/compute/all-pricing?hl=ru",
    year: 2025,
};
/// Google Cloud documentation: TPU7x.
pub static GOOGLE_TPU7X: Source = Source {
    title: "Google Cloud documentation: TPU7x",
    address: "https://docs.cloud.google.com/tpu/docs/tpu7x",
    year: 2025,
};
/// Google Cloud TPUs prices, archived 2022-05-11.
pub static GOOGLE_TPUS_2022_05: Source = Source {
    title: "Google Cloud TPUs prices, archived 2022-05-11",
    address: "https://web.archive.org/web/20220511211849/https://cloud.google.com/tpu/pricing",
    year: 2022,
};
/// Google Cloud TPUs prices, archived 2022-09-11.
pub static GOOGLE_TPUS_2022_09: Source = Source {
    title: "Google Cloud TPUs prices, archived 2022-09-11",
    address: "https://web.archive.org/web/20220911040357/https://cloud.google.com/tpu/pricing",
    year: 2022,
};
/// Google Cloud TPUs prices, archived 2023-06-01.
pub static GOOGLE_TPUS_2023_06: Source = Source {
    title: "Google Cloud TPUs prices, archived 2023-06-01",
    address: "https://web.archive.org/web/20230601141218/https://cloud.google.com/tpu/pricing",
    year: 2023,
};
/// Google Cloud TPUs prices, archived 2024-08-26.
pub static GOOGLE_TPUS_2024_08: Source = Source {
    title: "Google Cloud TPUs prices, archived 2024-08-26",
    address: "https://web.archive.org/web/20240826170830/https://cloud.google.com/tpu/pricing",
    year: 2024,
};
/// Google Cloud TPUs prices, archived 2025-03-03.
pub static GOOGLE_TPUS_2025_03: Source = Source {
    title: "Google Cloud TPUs prices, archived 2025-03-03",
    address: "https://web.archive.org/web/20250303142536/https://cloud.google.com/tpu/pricing",
    year: 2025,
};
/// Google Cloud documentation: TPU v4.
pub static GOOGLE_TPU_V4: Source = Source {
    title: "Google Cloud documentation: TPU v4",
    address: "https://cloud.google.com/tpu/docs/v4",
    year: 2023,
};
/// Google Cloud documentation: TPU v5e.
pub static GOOGLE_TPU_V5E: Source = Source {
    title: "Google Cloud documentation: TPU v5e",
    address: "https://docs.cloud.google.com/tpu/docs/v5e",
    year: 2025,
};
/// Google Cloud documentation: TPU v5p.
pub static GOOGLE_TPU_V5P: Source = Source {
    title: "Google Cloud documentation: TPU v5p",
    address: "https://docs.cloud.google.com/tpu/docs/v5p",
    year: 2025,
};
/// Rae et al., Gopher.
pub static GOPHER_PAPER: Source =
    Source { title: "Rae et al., Gopher", address: "arXiv:2112.11446", year: 2021 };
/// Radford et al., Language models are unsupervised multitask learners.
pub static GPT2_PAPER: Source = Source {
    title: "Radford et al., Language models are unsupervised multitask learners",
    address: "https://cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf",
    year: 2019,
};
/// Brown et al., Language models are few-shot learners.
pub static GPT3_PAPER: Source = Source {
    title: "Brown et al., Language models are few-shot learners",
    address: "arXiv:2005.14165",
    year: 2020,
};
/// EleutherAI: GPT-J-6B model card.
pub static GPTJ_CARD: Source = Source {
    title: "EleutherAI: GPT-J-6B model card",
    address: "https://huggingface.co/EleutherAI/gpt-j-6B",
    year: 2021,
};
/// Machine-assembled review of GPU failure rates.
pub static GPU_FAILURE_REVIEW: Source = Source {
    title: "Machine-assembled review of GPU failure rates",
    address: "https://research-viewer.pages.dev/orbital-ai-datacenters-3/pages/terrestrial-gpu-failure-rate/",
    year: 2025,
};
/// gpu_poor: collected model configurations.
pub static GPU_POOR: Source = Source {
    title: "gpu_poor: collected model configurations",
    address: "https://github.com/RahulSChand/gpu_poor",
    year: 2023,
};
/// IBM: Granite 3.0 language models.
pub static GRANITE3: Source = Source { title: "IBM: Granite 3.0 language models", address: "", year: 2024 };
/// GreaterWrong comment, quoting SemiAnalysis.
pub static GREATERWRONG_GW: Source = Source {
    title: "GreaterWrong comment, quoting SemiAnalysis",
    address: "https://www.greaterwrong.com/posts/XiMRyQcEyKCryST8T/slowdown-after-2028-compute-rlvr-uncertainty-moe-data-wall/comment/mLTCFdARFXqT4KPDE",
    year: 2025,
};
/// Green Algorithms: default PUEs.
pub static GREEN_ALGORITHMS: Source = Source {
    title: "Green Algorithms: default PUEs",
    address: "https://github.com/GreenAlgorithms",
    year: 2024,
};
/// xAI: grok-1.
pub static GROK1: Source =
    Source { title: "xAI: grok-1", address: "https://github.com/xai-org/grok-1", year: 2024 };
/// xAI: grok-2 open weights.
pub static GROK2: Source = Source {
    title: "xAI: grok-2 open weights",
    address: "https://huggingface.co/xai-org/grok-2",
    year: 2025,
};
/// Lepikhin et al., GShard.
pub static GSHARD_PAPER: Source =
    Source { title: "Lepikhin et al., GShard", address: "arXiv:2006.16668", year: 2020 };
/// H100 InfiniBand cluster cost sheet (2024-08).
pub static H100_COST_SHEET: Source = Source {
    title: "H100 InfiniBand cluster cost sheet (2024-08)",
    address: "https://docs.google.com/spreadsheets/d/1Ft3RbeZ-w43kYSiLfYc1vxO41mK5lmJpcPC9GOYHAWc/edit",
    year: 2024,
};
/// Tech Talk CTO: H100 freakonomics.
pub static H100_FREAKONOMICS: Source = Source {
    title: "Tech Talk CTO: H100 freakonomics",
    address: "https://substack.tech-talk-cto.com/p/h100-freakonomics-the-economical",
    year: 2024,
};
/// Hamilton: overall data center costs.
pub static HAMILTON: Source = Source {
    title: "Hamilton: overall data center costs",
    address: "https://perspectives.mvdirona.com",
    year: 2010,
};
/// Configuration published with the model on Hugging Face.
pub static HF_CONFIG: Source = Source {
    title: "Configuration published with the model on Hugging Face",
    address: "https://huggingface.co",
    year: 2025,
};
/// Hugging Face hardware cards (unofficial list prices).
pub static HF_HARDWARE: Source = Source {
    title: "Hugging Face hardware cards (unofficial list prices)",
    address: "https://huggingface.co/hardware",
    year: 2026,
};
/// Hot Chips 2025 thread on Ironwood.
pub static HOT_CHIPS_IRONWOOD: Source = Source {
    title: "Hot Chips 2025 thread on Ironwood",
    address: "https://threadreaderapp.com/scrolly/1960580060982694211",
    year: 2025,
};
/// Hyper.ai: NVIDIA Rubin.
pub static HYPER_RUBIN: Source = Source {
    title: "Hyper.ai: NVIDIA Rubin",
    address: "https://hyper.ai/en/stories/3422d6a72152beb34a564461208438ff",
    year: 2025,
};
/// IBTimes: Stargate Norway.
pub static IBTIMES_NORWAY: Source = Source {
    title: "IBTimes: Stargate Norway",
    address: "https://www.ibtimes.sg/aker-openai-nscale-launch-1b-ai-facility-norway-powered-by-green-energy-81009",
    year: 2025,
};
/// Imgtag: NVIDIA Vera Rubin.
pub static IMGTAG_RUBIN: Source =
    Source { title: "Imgtag: NVIDIA Vera Rubin", address: "https://jp.imgtag.co.kr/?p=929391", year: 2026 };
/// IMTR (Wood Mackenzie): gas turbine costs.
pub static IMTR_TURBINES: Source = Source {
    title: "IMTR (Wood Mackenzie): gas turbine costs",
    address: "https://www.imtr.net/article/gas-turbine-costs-to-spike-195-from-data-center-boom-report-says-76d2",
    year: 2025,
};
/// Industrial News: TVA approves xAI's power.
pub static INDUSTRIAL_NEWS_TVA: Source = Source {
    title: "Industrial News: TVA approves xAI's power",
    address: "https://industrialnews.co.uk/tva-approves-elon-musks-controversial-data-centre-plan-for-more-power",
    year: 2024,
};
/// Inkl: Colossus with 100k H100 comes online.
pub static INKL_COLOSSUS: Source = Source {
    title: "Inkl: Colossus with 100k H100 comes online",
    address: "https://inkl.com/news/xai-colossus-supercomputer-with-100k-h100-gpus-comes-online-musk-lays-out-plans-to-double-gpu-count-to-200k-with-50k-h100-and-50k-h200",
    year: 2024,
};
/// Intel at Computex 2024.
pub static INTEL_COMPUTEX: Source = Source { title: "Intel at Computex 2024", address: "", year: 2024 };
/// Intel Data Center GPU Max product page.
pub static INTEL_MAX: Source =
    Source { title: "Intel Data Center GPU Max product page", address: "", year: 2023 };
/// Introl: GB300 NVL72.
pub static INTROL_GB300: Source = Source {
    title: "Introl: GB300 NVL72",
    address: "https://introl.com/blog/why-nvidia-gb300-nvl72-blackwell-ultra-matters",
    year: 2025,
};
/// IPCC AR5 WG3 Annex III.
pub static IPCC_AR5: Source = Source { title: "IPCC AR5 WG3 Annex III", address: "", year: 2014 };
/// JIANG.
pub static JIANG_PAPER: Source = Source { title: "JIANG", address: "arXiv:2308.00624", year: 2023 };
/// Jouppi et al., TPU v4 (ISCA 2023; summary).
pub static JOUPPI_TPU4: Source = Source {
    title: "Jouppi et al., TPU v4 (ISCA 2023; summary)",
    address: "https://centerconsulting.com/ai-library/papers/tpu-v4-optical-supercomputer",
    year: 2023,
};
/// Kael Research: GPU economics (CoreWeave public list).
pub static KAEL_RESEARCH: Source = Source {
    title: "Kael Research: GPU economics (CoreWeave public list)",
    address: "https://kaelresearch.com/blog/gpu-economics-real-inference-costs",
    year: 2026,
};
/// Kokolis et al. (Meta), reliability of large clusters (as quoted).
pub static KOKOLIS_2024: Source = Source {
    title: "Kokolis et al. (Meta), reliability of large clusters (as quoted)",
    address: "arXiv:2410.21680",
    year: 2024,
};
/// Shaul Koral: useful life of servers.
pub static KORAL_SERVER_LIFE: Source = Source {
    title: "Shaul Koral: useful life of servers",
    address: "https://shaulkoral.com/useful-life-of-servers-and-network-assets-at-tech-companies/",
    year: 2023,
};
/// Korthikanti et al., Reducing activation recomputation.
pub static KORTHIKANTI_2022: Source = Source {
    title: "Korthikanti et al., Reducing activation recomputation",
    address: "arXiv:2205.05198",
    year: 2022,
};
/// 36Kr: OCI Zettascale10.
pub static KR36_ZETTASCALE10: Source = Source {
    title: "36Kr: OCI Zettascale10",
    address: "https://eu.36kr.com/en/p/3518250228046722",
    year: 2025,
};
/// Lambda prices, archived 2024-07-11.
pub static LAMBDA_2024_07: Source = Source {
    title: "Lambda prices, archived 2024-07-11",
    address: "https://web.archive.org/web/20240711213314/https://lambdalabs.com/service/gpu-cloud",
    year: 2024,
};
/// Lambda prices, archived 2024-09-01.
pub static LAMBDA_2024_09: Source = Source {
    title: "Lambda prices, archived 2024-09-01",
    address: "https://web.archive.org/web/20240901231348/https://lambdalabs.com/service/gpu-cloud",
    year: 2024,
};
/// Lambda prices, archived 2024-11-19.
pub static LAMBDA_2024_11: Source = Source {
    title: "Lambda prices, archived 2024-11-19",
    address: "https://web.archive.org/web/20241119072257/https://lambdalabs.com/service/gpu-cloud",
    year: 2024,
};
/// Lambda prices, archived 2025-02-28.
pub static LAMBDA_2025_02: Source = Source {
    title: "Lambda prices, archived 2025-02-28",
    address: "https://web.archive.org/web/20250228210058/https://lambdalabs.com/service/gpu-cloud",
    year: 2025,
};
/// Lambda prices.
pub static LAMBDA_PRICES: Source =
    Source { title: "Lambda prices", address: "https://lambdalabs.com/service/gpu-cloud", year: 2024 };
/// Thoppilan et al., LaMDA.
pub static LAMDA_PAPER: Source =
    Source { title: "Thoppilan et al., LaMDA", address: "arXiv:2201.08239", year: 2022 };
/// Shoeybi et al., Megatron-LM.
pub static MEGATRON_2019: Source = Source {
    title: "Shoeybi et al., Megatron-LM: training multi-billion parameter language models using model parallelism",
    address: "arXiv:1909.08053",
    year: 2019,
};
/// Jouppi et al., Ten lessons from three generations shaped Google's TPUv4i.
pub static TEN_LESSONS: Source = Source {
    title: "Jouppi et al., Ten lessons from three generations shaped Google's TPUv4i (as quoted)",
    address: "https://doi.org/10.1109/ISCA52012.2021.00010",
    year: 2021,
};
/// Jouppi et al., TPU v4: an optically reconfigurable supercomputer.
pub static TPU_V4_PAPER: Source = Source {
    title: "Jouppi et al., TPU v4: an optically reconfigurable supercomputer for machine learning",
    address: "arXiv:2304.01433",
    year: 2023,
};
/// Google Cloud, TPU v3.
pub static GOOGLE_TPU_V3: Source =
    Source { title: "Google Cloud, TPU v3", address: "https://cloud.google.com/tpu/docs/v3", year: 2023 };
/// Patel et al., Characterizing power management opportunities for LLMs in the cloud.
pub static PATEL_2024: Source = Source {
    title: "Patel et al., Characterizing power management opportunities for LLMs in the cloud (as quoted)",
    address: "https://doi.org/10.1145/3620666.3651329",
    year: 2024,
};
/// Lei, Lu, Shehabi, Masanet, The water use of data center workloads.
pub static LEI_2025: Source = Source {
    title: "Lei, Lu, Shehabi, Masanet, The water use of data center workloads: a review and assessment of key determinants (its data)",
    address: "https://doi.org/10.1016/j.resconrec.2025.108310",
    year: 2025,
};
/// Latif et al., Single-node power demand during AI training.
pub static LATIF_DGX_H100: Source = Source {
    title: "Latif et al., Single-node power demand during AI training",
    address: "arXiv:2412.08602",
    year: 2024,
};
/// Lazard, Levelized Cost of Energy+ 16 (quoted by pv magazine).
pub static LAZARD_2023: Source = Source {
    title: "Lazard, Levelized Cost of Energy+ 16 (quoted by pv magazine)",
    address: "https://www.pv-magazine.com/2023/04/14/average-solar-lcoe-increases-for-first-time-this-year/",
    year: 2023,
};
/// Lazard, Levelized Cost of Energy+ 18 (quoted by NenPower).
pub static LAZARD_2025: Source = Source {
    title: "Lazard, Levelized Cost of Energy+ 18 (quoted by NenPower)",
    address: "https://nenpower.com/blog/unsubsidized-solar-and-onshore-wind-continue-to-lead-as-most-affordable-energy-sources-in-the-u-s",
    year: 2025,
};
/// LBNL, 2024 United States Data Center Energy Usage Report (as quoted).
pub static LBNL_2024: Source = Source {
    title: "LBNL, 2024 United States Data Center Energy Usage Report (as quoted)",
    address: "https://doi.org/10.71468/P1WC7Q",
    year: 2024,
};
/// Lightning AI LitGPT: model configurations.
pub static LITGPT: Source = Source {
    title: "Lightning AI LitGPT: model configurations",
    address: "https://github.com/Lightning-AI/litgpt/blob/main/litgpt/config.py",
    year: 2025,
};
/// Grattafiori et al., The Llama 3 herd of models.
pub static LLAMA3_PAPER: Source = Source {
    title: "Grattafiori et al., The Llama 3 herd of models",
    address: "arXiv:2407.21783",
    year: 2024,
};
/// Touvron et al., LLaMA.
pub static LLAMA_PAPER: Source =
    Source { title: "Touvron et al., LLaMA", address: "arXiv:2302.13971", year: 2023 };
/// MosaicML LLM Foundry: training configurations.
pub static LLM_FOUNDRY: Source = Source {
    title: "MosaicML LLM Foundry: training configurations",
    address: "https://github.com/mosaicml/llm-foundry",
    year: 2023,
};
/// Glenn Lockwood: B300.
pub static LOCKWOOD_B300: Source = Source {
    title: "Glenn Lockwood: B300",
    address: "https://glennklockwood.com/garden/processors/B300",
    year: 2025,
};
/// Glenn Lockwood: GLM-5 report.
pub static LOCKWOOD_GLM5: Source = Source {
    title: "Glenn Lockwood: GLM-5 report",
    address: "https://glennklockwood.com/garden/GLM-5",
    year: 2026,
};
/// Glenn Lockwood: Trainium2.
pub static LOCKWOOD_TRAINIUM2: Source = Source {
    title: "Glenn Lockwood: Trainium2",
    address: "https://glennklockwood.com/garden/processors/trainium2",
    year: 2025,
};
/// Aleph Alpha: Luminous model card.
pub static LUMINOUS_CARD: Source =
    Source { title: "Aleph Alpha: Luminous model card", address: "", year: 2022 };
/// LuxOptx: 800G module cost (seller's page).
pub static LUXOPTX_800G: Source = Source {
    title: "LuxOptx: 800G module cost (seller's page)",
    address: "https://luxoptx.com/blogs/news/800g-optical-module-cost-analysis-tco-optimization-for-ai-data-centers",
    year: 2025,
};
/// Lyceum: B200 cloud pricing.
pub static LYCEUM_B200: Source = Source {
    title: "Lyceum: B200 cloud pricing",
    address: "https://lyceum.technology/magazine/nvidia-b200-gpu-cloud-pricing-2026/",
    year: 2026,
};
/// Macknick et al., Operational water consumption and withdrawal factors (as tabled in a repository).
pub static MACKNICK_2012: Source = Source {
    title: "Macknick et al., Operational water consumption and withdrawal factors (as tabled in a repository)",
    address: "https://github.com/Lucas-Doctorate-Project/env_research_scripts/blob/19c2e8b0ddef54e4cfbd70944edc44eeb58791fb/intensity-factors/intensities.json",
    year: 2012,
};
/// Madcoolstuff: inference blueprint.
pub static MADCOOL_B200: Source = Source {
    title: "Madcoolstuff: inference blueprint",
    address: "https://madcoolstuff.com/guides/datacenter-inference-blueprint",
    year: 2025,
};
/// MarketScreener: xAI ended talks with Oracle.
pub static MARKETSCREENER_XAI: Source = Source {
    title: "MarketScreener: xAI ended talks with Oracle",
    address: "https://www.marketscreener.com/business-leaders/ELON-MUSK-1364/news/XAI-Appears-to-Confirm-Ended-Talks-with-Oracle-Over-Expanded-AI-Chips-Agreement-47346528/",
    year: 2024,
};
/// Google MaxText: model configurations and README.
pub static MAXTEXT: Source = Source {
    title: "Google MaxText: model configurations and README",
    address: "https://github.com/AI-Hypercomputer/maxtext",
    year: 2026,
};
/// Adiwardana et al., Meena.
pub static MEENA_PAPER: Source =
    Source { title: "Adiwardana et al., Meena", address: "arXiv:2001.09977", year: 2020 };
/// Narayanan et al., Efficient large-scale training on GPU clusters.
pub static MEGATRON_2021: Source = Source {
    title: "Narayanan et al., Efficient large-scale training on GPU clusters",
    address: "arXiv:2104.04473",
    year: 2021,
};
/// NVIDIA Megatron Bridge: model documentation.
pub static MEGATRON_BRIDGE: Source = Source {
    title: "NVIDIA Megatron Bridge: model documentation",
    address: "https://github.com/NVIDIA-NeMo/Megatron-Bridge",
    year: 2025,
};
/// NVIDIA Megatron-LM README: weak scaling.
pub static MEGATRON_LM: Source = Source {
    title: "NVIDIA Megatron-LM README: weak scaling",
    address: "https://github.com/NVIDIA/Megatron-LM",
    year: 2024,
};
/// Mercatus AI: cloud GPU pricing.
pub static MERCATUS_GPU_PRICES: Source = Source {
    title: "Mercatus AI: cloud GPU pricing",
    address: "https://www.mercatus-ai.com/blog/cloud-gpu-pricing",
    year: 2026,
};
/// Meldrum et al., Life cycle water use for electricity generation.
pub static MELDRUM_2013: Source = Source {
    title: "Meldrum et al., Life cycle water use for electricity generation",
    address: "https://doi.org/10.1088/1748-9326/8/1/015031",
    year: 2013,
};
/// Memphis Flyer: temporary xAI turbines to be removed.
pub static MEMPHIS_FLYER_XAI: Source = Source {
    title: "Memphis Flyer: temporary xAI turbines to be removed",
    address: "https://memphis-cms.altnuxt.com/temporary-xai-turbines-to-be-removed-in-coming-months",
    year: 2025,
};
/// Meta metaseq: OPT jobs.
pub static METASEQ: Source = Source {
    title: "Meta metaseq: OPT jobs",
    address: "https://github.com/facebookresearch/metaseq",
    year: 2022,
};
/// Reddit thread that quotes Meta's 10-K (mirror).
pub static META_10K: Source = Source {
    title: "Reddit thread that quotes Meta's 10-K (mirror)",
    address: "https://libreddit.chmuul.net/r/technology/comments/1olonnr/powell_says_that_unlike_the_dotcom_boom_ai/nmjcve4",
    year: 2025,
};
/// Meta Environmental Data Index.
pub static META_ENVIRONMENT: Source =
    Source { title: "Meta Environmental Data Index", address: "", year: 2025 };
/// Meta: building Meta's GenAI infrastructure.
pub static META_GENAI: Source = Source {
    title: "Meta: building Meta's GenAI infrastructure",
    address: "https://engineering.fb.com/2024/03/12/data-center-engineering/building-metas-genai-infrastructure/",
    year: 2024,
};
/// Meta: Llama 4.
pub static META_LLAMA4: Source = Source {
    title: "Meta: Llama 4",
    address: "https://ai.meta.com/blog/llama-4-multimodal-intelligence/",
    year: 2025,
};
/// Meterpreter: power of MI300X and its rivals.
pub static METERPRETER_TDP: Source = Source {
    title: "Meterpreter: power of MI300X and its rivals",
    address: "https://meterpreter.org/amd-confirms-instinct-mi300x-power-consumption-up-to-750w",
    year: 2023,
};
/// Metrum AI: MI355X and MI300X TCO.
pub static METRUM_MI355X: Source = Source {
    title: "Metrum AI: MI355X and MI300X TCO",
    address: "https://www.metrum.ai/blog/tco-titan-mi355x-vs-mi300x",
    year: 2025,
};
/// Mint: Microsoft and OpenAI plan a $100 billion data center.
pub static MINT_STARGATE_2024: Source = Source {
    title: "Mint: Microsoft and OpenAI plan a $100 billion data center",
    address: "https://www.livemint.com/technology/tech-news/microsoft-openai-plan-100-billion-data-centre-project-stargate-ai-supercomputer-report-11711761454091.html",
    year: 2024,
};
/// Mint: five new Stargate data centers.
pub static MINT_STARGATE_SITES: Source = Source {
    title: "Mint: five new Stargate data centers",
    address: "https://www.livemint.com/ai/openai-oracle-and-softbank-announce-5-new-stargate-data-centers-11758693755145.html",
    year: 2025,
};
/// Mirrorfrog: Vera Rubin platform.
pub static MIRRORFROG_RUBIN: Source = Source {
    title: "Mirrorfrog: Vera Rubin platform",
    address: "https://mirrorfrog.com/en/blog/nvidia-vera-rubin-platform-6-chips-deep-dive",
    year: 2026,
};
/// Morrison et al., environmental impact of creating language models.
pub static MORRISON_2025: Source = Source {
    title: "Morrison et al., environmental impact of creating language models",
    address: "arXiv:2503.05804",
    year: 2025,
};
/// Smith et al., MT-NLG 530B.
pub static MTNLG_PAPER: Source =
    Source { title: "Smith et al., MT-NLG 530B", address: "arXiv:2201.11990", year: 2022 };
/// Multiplatform AI: Stargate.
pub static MULTIPLATFORM_STARGATE: Source = Source {
    title: "Multiplatform AI: Stargate",
    address: "https://multiplatform.ai/unveiling-the-impending-100-billion-stargate-ai-data-center-microsoft-openai-forge-ahead/",
    year: 2024,
};
/// Karpathy: nanochat.
pub static NANOCHAT: Source =
    Source { title: "Karpathy: nanochat", address: "https://github.com/karpathy/nanochat", year: 2026 };
/// NextBigFuture, quoting SemiAnalysis: 100,000 H100 clusters.
pub static NBF_100K_H100: Source = Source {
    title: "NextBigFuture, quoting SemiAnalysis: 100,000 H100 clusters",
    address: "https://www.nextbigfuture.com/2024/12/technical-challenges-to-scale-beyond-gpt4-to-100k-h100s.html",
    year: 2024,
};
/// NVIDIA: Nemotron-3-8B model card.
pub static NEMOTRON3_CARD: Source =
    Source { title: "NVIDIA: Nemotron-3-8B model card", address: "", year: 2023 };
/// Parmar et al., Nemotron-4 15B.
pub static NEMOTRON4_PAPER: Source =
    Source { title: "Parmar et al., Nemotron-4 15B", address: "arXiv:2402.16819", year: 2024 };
/// NVIDIA NeMo 24.07: performance tables.
pub static NEMO_TABLES: Source =
    Source { title: "NVIDIA NeMo 24.07: performance tables", address: "", year: 2024 };
/// Black et al., GPT-NeoX-20B.
pub static NEOX_PAPER: Source =
    Source { title: "Black et al., GPT-NeoX-20B", address: "arXiv:2204.06745", year: 2022 };
/// Newkirk et al., power of H100 nodes.
pub static NEWKIRK_2025: Source =
    Source { title: "Newkirk et al., power of H100 nodes", address: "arXiv:2506.14551", year: 2025 };
/// NREL ESIF data center (NREL/PR-2C00-70433).
pub static NREL_ESIF: Source = Source {
    title: "NREL ESIF data center (NREL/PR-2C00-70433)",
    address: "https://readkong.com/page/dcdm1-lessons-learned-from-the-world-s-most-energy-5016333",
    year: 2018,
};
/// Nscale and Aker: Stargate Norway.
pub static NSCALE_NORWAY: Source = Source {
    title: "Nscale and Aker: Stargate Norway",
    address: "https://www.prnewswire.co.uk/news-releases/nscale-aker-and-openai-to-establish-stargate-norway-a-100-000-nvidia-gpu-ai-gigafactory-powered-by-renewable-energy-in-northern-norway-302518358.html",
    year: 2025,
};
/// NVIDIA Ada architecture whitepaper.
pub static NVIDIA_ADA: Source =
    Source { title: "NVIDIA Ada architecture whitepaper", address: "", year: 2022 };
/// NVIDIA MCP7Y00 copper cables.
pub static NVIDIA_DAC: Source = Source {
    title: "NVIDIA MCP7Y00 copper cables",
    address: "https://docs.nvidia.com/networking/display/MCP7Y00NXXX800pub",
    year: 2023,
};
/// NVIDIA, earnings call of the third quarter of fiscal 2024.
pub static NVIDIA_EARNINGS_2024_Q3: Source = Source {
    title: "NVIDIA, earnings call of the third quarter of fiscal 2024",
    address: "https://insidermonkey.com/blog/nvidia-corporation-nasdaqnvda-q3-2024-earnings-call-transcript-1227317/5",
    year: 2023,
};
/// NVIDIA DGX-1 datasheet.
pub static NVIDIA_DGX1: Source = Source { title: "NVIDIA DGX-1 datasheet", address: "", year: 2018 };
/// NVIDIA DGX A100 datasheet.
pub static NVIDIA_DGX_A100: Source = Source { title: "NVIDIA DGX A100 datasheet", address: "", year: 2020 };
/// NVIDIA news release: DGX A100.
pub static NVIDIA_DGX_A100_NEWS: Source =
    Source { title: "NVIDIA news release: DGX A100", address: "", year: 2020 };
/// NVIDIA DGX B200 user guide.
pub static NVIDIA_DGX_B200: Source = Source {
    title: "NVIDIA DGX B200 user guide",
    address: "https://docs.nvidia.com/dgx/dgxb200-user-guide/introduction-to-dgxb200.html",
    year: 2025,
};
/// NVIDIA DGX B300 product page.
pub static NVIDIA_DGX_B300: Source = Source {
    title: "NVIDIA DGX B300 product page",
    address: "https://www.nvidia.com/en-us/data-center/dgx-b300/",
    year: 2025,
};
/// NVIDIA Domain Power Service: device specifications.
pub static NVIDIA_DPS_DEVICES: Source = Source {
    title: "NVIDIA Domain Power Service: device specifications",
    address: "https://docs.nvidia.com/datacenter/dps/versions/latest/guides/concepts/device-specifications.html",
    year: 2026,
};
/// NVIDIA Domain Power Service: GPU policy.
pub static NVIDIA_DPS_POLICY: Source = Source {
    title: "NVIDIA Domain Power Service: GPU policy",
    address: "https://docs.nvidia.com/datacenter/dps/versions/latest/guides/reference/dpsctl/gpu-policy",
    year: 2026,
};
/// NVIDIA H100 NVL product brief PB-11773-001.
pub static NVIDIA_H100_NVL: Source =
    Source { title: "NVIDIA H100 NVL product brief PB-11773-001", address: "", year: 2024 };
/// NVIDIA blog: embodied carbon of HGX B200.
pub static NVIDIA_HGX_B200_BLOG: Source = Source {
    title: "NVIDIA blog: embodied carbon of HGX B200",
    address: "https://developer.nvidia.com/blog/?p=106112",
    year: 2025,
};
/// NVIDIA HGX B200 product carbon footprint summary.
pub static NVIDIA_HGX_B200_PCF: Source = Source {
    title: "NVIDIA HGX B200 product carbon footprint summary",
    address: "https://images.nvidia.com/aem-dam/Solutions/documents/HGX-B200-PCF-Summary.pdf",
    year: 2025,
};
/// NVIDIA HGX H100 product carbon footprint summary.
pub static NVIDIA_HGX_H100_PCF: Source = Source {
    title: "NVIDIA HGX H100 product carbon footprint summary",
    address: "https://images.nvidia.com/aem-dam/Solutions/documents/HGX-H100-PCF-Summary.pdf",
    year: 2025,
};
/// NVIDIA L40S datasheet.
pub static NVIDIA_L40S: Source = Source {
    title: "NVIDIA L40S datasheet",
    address: "https://www.nvidia.com/en-us/data-center/l40s/",
    year: 2023,
};
/// NVIDIA MMS4X00-NS400 transceiver.
pub static NVIDIA_OPTICS_DR4: Source = Source {
    title: "NVIDIA MMS4X00-NS400 transceiver",
    address: "https://docs.nvidia.com/networking/display/mms4x00ns400/overview",
    year: 2024,
};
/// NVIDIA MMS4X00-NS transceiver.
pub static NVIDIA_OPTICS_DR8: Source = Source {
    title: "NVIDIA MMS4X00-NS transceiver",
    address: "https://docs.nvidia.com/networking/display/800gmms4x00nst/overview",
    year: 2024,
};
/// NVIDIA MMS4X50-NM transceiver.
pub static NVIDIA_OPTICS_FR8: Source = Source {
    title: "NVIDIA MMS4X50-NM transceiver",
    address: "https://docs.nvidia.com/networking/display/mms4x50nm800g2kmpub/application+overview",
    year: 2024,
};
/// NVIDIA MMS4X00-NM transceiver.
pub static NVIDIA_OPTICS_NM: Source = Source {
    title: "NVIDIA MMS4X00-NM transceiver",
    address: "https://docs.nvidia.com/networking/display/mms4x00nm800g500m/application+overview",
    year: 2024,
};
/// NVIDIA MMA4Z00-NS400 transceiver.
pub static NVIDIA_OPTICS_SR4: Source = Source {
    title: "NVIDIA MMA4Z00-NS400 transceiver",
    address: "https://docs.nvidia.com/networking/display/MMA4Z00NS400T/Connectivity+Scenarios",
    year: 2024,
};
/// NVIDIA MMA4Z00-NS transceiver.
pub static NVIDIA_OPTICS_SR8: Source = Source {
    title: "NVIDIA MMA4Z00-NS transceiver",
    address: "https://docs.nvidia.com/networking/display/800gmma4z00nst/overview",
    year: 2024,
};
/// NVIDIA QM9700 interfaces.
pub static NVIDIA_QM9700: Source = Source {
    title: "NVIDIA QM9700 interfaces",
    address: "https://docs.nvidia.com/networking/display/QM97X0PUB/Interfaces",
    year: 2024,
};
/// NVIDIA network data sheets (as quoted by open-source projects).
pub static NVIDIA_QM9700_QUOTED: Source = Source {
    title: "NVIDIA network data sheets (as quoted by open-source projects)",
    address: "",
    year: 2023,
};
/// NVIDIA RTX Blackwell architecture whitepaper.
pub static NVIDIA_RTX_BLACKWELL: Source = Source {
    title: "NVIDIA RTX Blackwell architecture whitepaper",
    address: "https://images.nvidia.com/aem-dam/Solutions/geforce/blackwell/nvidia-rtx-blackwell-gpu-architecture.pdf",
    year: 2025,
};
/// nvidia-smi and rocm-smi listings of unloaded cards in public GitHub issues.
pub static NVIDIA_SMI_LISTINGS: Source = Source {
    title: "nvidia-smi and rocm-smi listings of unloaded cards in public GitHub issues",
    address: "",
    year: 2025,
};
/// NVIDIA SN5000 data interfaces.
pub static NVIDIA_SN5000: Source = Source {
    title: "NVIDIA SN5000 data interfaces",
    address: "https://docs.nvidia.com/networking/display/sn5000/data+interfaces",
    year: 2023,
};
/// NVIDIA DGX SuperPOD reference architecture, B200.
pub static NVIDIA_SUPERPOD_B200: Source = Source {
    title: "NVIDIA DGX SuperPOD reference architecture, B200",
    address: "https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-b200/latest/dgx-superpod-architecture.html",
    year: 2025,
};
/// NVIDIA DGX SuperPOD reference architecture, B300.
pub static NVIDIA_SUPERPOD_B300: Source = Source {
    title: "NVIDIA DGX SuperPOD reference architecture, B300",
    address: "https://docs.nvidia.com/dgx-superpod/reference-architecture/scalable-infrastructure-b300/latest/dgx-superpod-architecture.html",
    year: 2025,
};
/// NVIDIA DGX SuperPOD reference architecture, GB200.
pub static NVIDIA_SUPERPOD_GB200: Source = Source {
    title: "NVIDIA DGX SuperPOD reference architecture, GB200",
    address: "https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-gb200/latest/dgx-superpod-architecture.html",
    year: 2025,
};
/// NVIDIA DGX SuperPOD reference architecture, H100 (RA-11333-001 V11).
pub static NVIDIA_SUPERPOD_H100: Source = Source {
    title: "NVIDIA DGX SuperPOD reference architecture, H100 (RA-11333-001 V11)",
    address: "",
    year: 2023,
};
/// NVIDIA V100 datasheet.
pub static NVIDIA_V100: Source = Source { title: "NVIDIA V100 datasheet", address: "", year: 2017 };
/// NVIDIA 800G at 200G per lane: parts.
pub static NVIDIA_X800_CABLES: Source = Source {
    title: "NVIDIA 800G at 200G per lane: parts",
    address: "https://docs.nvidia.com/networking/display/800g200gpam4list",
    year: 2024,
};
/// Oblivus prices, archived 2024-02-26.
pub static OBLIVUS_2024_02: Source = Source {
    title: "Oblivus prices, archived 2024-02-26",
    address: "https://web.archive.org/web/20240226183104/https://oblivus.com/pricing/",
    year: 2024,
};
/// Oblivus prices, archived 2024-06-25.
pub static OBLIVUS_2024_06: Source = Source {
    title: "Oblivus prices, archived 2024-06-25",
    address: "https://web.archive.org/web/20240625062541/https://oblivus.com/pricing/",
    year: 2024,
};
/// Oblivus prices, archived 2025-03-03.
pub static OBLIVUS_2025_03: Source = Source {
    title: "Oblivus prices, archived 2025-03-03",
    address: "https://web.archive.org/web/20250303153131/https://oblivus.com/pricing/",
    year: 2025,
};
/// OLMo 2.
pub static OLMO2_PAPER: Source = Source { title: "OLMo 2", address: "arXiv:2501.00656", year: 2025 };
/// OLMoE.
pub static OLMOE_PAPER: Source = Source { title: "OLMoE", address: "arXiv:2409.02060", year: 2024 };
/// US Utility Rate Database.
pub static OPENEI_TARIFFS: Source = Source {
    title: "US Utility Rate Database",
    address: "https://doi.org/10.5281/zenodo.16739989",
    year: 2025,
};
/// Zhang et al., OPT.
pub static OPT_PAPER: Source = Source { title: "Zhang et al., OPT", address: "arXiv:2205.01068", year: 2022 };
/// Oracle Cloud GPUs prices, archived 2025-03-17.
pub static ORACLE_2025_03: Source = Source {
    title: "Oracle Cloud GPUs prices, archived 2025-03-17",
    address: "https://web.archive.org/web/20250317145952/https://www.oracle.com/cloud/compute/gpu/pricing/",
    year: 2025,
};
/// Our World in Data (Ember, Energy Institute): carbon intensity of electricity, CC BY 4.0.
pub static OWID_CARBON: Source = Source {
    title: "Our World in Data (Ember, Energy Institute): carbon intensity of electricity, CC BY 4.0",
    address: "https://github.com/mlco2/codecarbon/blob/master/codecarbon/data/private_infra/global_energy_mix.json",
    year: 2023,
};
/// Chowdhery et al., PaLM.
pub static PALM_PAPER: Source =
    Source { title: "Chowdhery et al., PaLM", address: "arXiv:2204.02311", year: 2022 };
/// Huawei, Pangu Ultra.
pub static PANGU_ULTRA_PAPER: Source =
    Source { title: "Huawei, Pangu Ultra", address: "arXiv:2504.07866", year: 2025 };
/// PC Gamer: xAI turns on Colossus.
pub static PCGAMER_COLOSSUS: Source = Source {
    title: "PC Gamer: xAI turns on Colossus",
    address: "https://pcgamer.com/hardware/elon-musks-monster-wakes-up-as-xai-turns-on-colossus-the-nvidia-powered-ai-training-supercomputer-claiming-to-be-the-most-powerful-in-the-world",
    year: 2024,
};
/// 512 Pixels, quoting Anthropic.
pub static PIXELS_ANTHROPIC: Source =
    Source { title: "512 Pixels, quoting Anthropic", address: "https://512pixels.net/", year: 2026 };
/// Public price summary naming each provider's page (2026-01-02).
pub static PRICE_SUMMARY_2026: Source = Source {
    title: "Public price summary naming each provider's page (2026-01-02)",
    address: "",
    year: 2026,
};
/// Provider pages as listed in an open-source price table.
pub static PRICE_TABLE_2025: Source =
    Source { title: "Provider pages as listed in an open-source price table", address: "", year: 2025 };
/// Pulse (BloombergNEF): cost of gas plants.
pub static PULSE_CCGT: Source = Source {
    title: "Pulse (BloombergNEF): cost of gas plants",
    address: "https://www.pulse.bot/energy/news/data-center-demand-drives-66-surge-in-natural-gas-power-plant-costs-ca1fac9d-e06c-4497-be5a-c887f3aa9769/",
    year: 2025,
};
/// Quantum Computing News: Quantum-X800.
pub static QCN_X800: Source = Source {
    title: "Quantum Computing News: Quantum-X800",
    address: "https://quantum-computing.news/what-is-nvidia-quantum-x800-how-it-works/",
    year: 2024,
};
/// The Register: Oracle zettascale supercluster.
pub static REGISTER_ZETTASCALE: Source = Source {
    title: "The Register: Oracle zettascale supercluster",
    address: "https://www.theregister.com/2024/09/11/oracle_zettascale_supercluster/",
    year: 2024,
};
/// REopt analysis scripts, discussion 205.
pub static REOPT_205: Source = Source {
    title: "REopt analysis scripts, discussion 205",
    address: "https://github.com/NatLabRockies/REopt-Analysis-Scripts/discussions/205",
    year: 2026,
};
/// REopt analysis scripts, discussion 208.
pub static REOPT_208: Source = Source {
    title: "REopt analysis scripts, discussion 208",
    address: "https://github.com/NatLabRockies/REopt-Analysis-Scripts/discussions/208",
    year: 2026,
};
/// NREL REopt defaults (DOE CHP fact sheets).
pub static REOPT_CHP: Source = Source {
    title: "NREL REopt defaults (DOE CHP fact sheets)",
    address: "https://github.com/NatLabRockies/REopt.jl/blob/master/data/chp/chp_defaults.json",
    year: 2026,
};
/// RunPod prices, archived 2024-07-27.
pub static RUNPOD_2024_07: Source = Source {
    title: "RunPod prices, archived 2024-07-27",
    address: "https://web.archive.org/web/20240727085500/https://www.runpod.io/pricing",
    year: 2024,
};
/// RunPod prices, archived 2025-03-03.
pub static RUNPOD_2025_03: Source = Source {
    title: "RunPod prices, archived 2025-03-03",
    address: "https://web.archive.org/web/20250303172225/https://www.runpod.io/pricing",
    year: 2025,
};
/// Sand to Superintelligence: NVL72 drills.
pub static SAND_RUBIN: Source = Source {
    title: "Sand to Superintelligence: NVL72 drills",
    address: "https://regantih.github.io/reports-lab/sand-to-superintelligence/chapters/14-nvl72-drills.tsv",
    year: 2026,
};
/// SemiAnalysis: 100,000 H100 clusters.
pub static SEMIANALYSIS_100K: Source = Source {
    title: "SemiAnalysis: 100,000 H100 clusters",
    address: "https://semianalysis.substack.com/p/100000-h100-clusters-power-network",
    year: 2024,
};
/// SemiAnalysis: To Boldly Go, the case for space datacenters.
pub static SEMIANALYSIS_B300: Source =
    Source { title: "SemiAnalysis: To Boldly Go, the case for space datacenters", address: "", year: 2026 };
/// SemiAnalysis: CloudMatrix 384.
pub static SEMIANALYSIS_CLOUDMATRIX: Source =
    Source { title: "SemiAnalysis: CloudMatrix 384", address: "", year: 2025 };
/// SemiAnalysis: AI datacenter energy dilemma.
pub static SEMIANALYSIS_DILEMMA: Source =
    Source { title: "SemiAnalysis: AI datacenter energy dilemma", address: "", year: 2024 };
/// SemiAnalysis AI TCO model, H200 InfiniBand neocloud (as quoted).
pub static SEMIANALYSIS_H200_TCO: Source = Source {
    title: "SemiAnalysis AI TCO model, H200 InfiniBand neocloud (as quoted)",
    address: "",
    year: 2025,
};
/// ServerNews: Trainium3.
pub static SERVERNEWS_TRAINIUM3: Source =
    Source { title: "ServerNews: Trainium3", address: "https://servernews.ru/1133303", year: 2025 };
/// Silicon Tales: Vera Rubin NVL72.
pub static SILICONTALES_RUBIN: Source = Source {
    title: "Silicon Tales: Vera Rubin NVL72",
    address: "https://silicontales.com/nvidia-vera-rubin-nvl72/",
    year: 2026,
};
/// Silicon Data GPU Rental Index guide.
pub static SILICON_DATA_INDEX: Source = Source {
    title: "Silicon Data GPU Rental Index guide",
    address: "https://chris-gpu-rental.pages.dev/",
    year: 2026,
};
/// Wei et al., Skywork.
pub static SKYWORK_PAPER: Source =
    Source { title: "Wei et al., Skywork", address: "arXiv:2310.19341", year: 2023 };
/// Hugging Face: SmolLM3.
pub static SMOLLM3: Source =
    Source { title: "Hugging Face: SmolLM3", address: "https://huggingface.co/blog/smollm3", year: 2025 };
/// Spheron: H200, B200 and GB200.
pub static SPHERON_PRICES: Source = Source {
    title: "Spheron: H200, B200 and GB200",
    address: "https://www.spheron.network/blog/nvidia-h200-vs-b200-vs-gb200",
    year: 2026,
};
/// Li et al., StarCoder.
pub static STARCODER_PAPER: Source =
    Source { title: "Li et al., StarCoder", address: "arXiv:2305.06161", year: 2023 };
/// ServeTheHome: Azure Eagle.
pub static STH_EAGLE: Source = Source {
    title: "ServeTheHome: Azure Eagle",
    address: "https://www.servethehome.com/microsoft-azure-eagle-is-a-paradigm-shifting-cloud-supercomputer-nvidia-intel/",
    year: 2023,
};
/// StorageReview: Colossus.
pub static STORAGEREVIEW_COLOSSUS: Source =
    Source { title: "StorageReview: Colossus", address: "https://storagereview.com/?p=137378", year: 2024 };
/// StorageReview: Dell PowerEdge XE9680.
pub static STORAGEREVIEW_XE9680: Source = Source {
    title: "StorageReview: Dell PowerEdge XE9680",
    address: "https://www.storagereview.com/it/review/dell-poweredge-xe9680-the-ultimate-ai-powerhouse",
    year: 2024,
};
/// Supermicro AS-8125GS-TNMR2 specification (as quoted).
pub static SUPERMICRO_8125: Source =
    Source { title: "Supermicro AS-8125GS-TNMR2 specification (as quoted)", address: "", year: 2024 };
/// Fedus et al., Switch Transformers.
pub static SWITCH_PAPER: Source =
    Source { title: "Fedus et al., Switch Transformers", address: "arXiv:2101.03961", year: 2021 };
/// Raffel et al., T5.
pub static T5_PAPER: Source = Source { title: "Raffel et al., T5", address: "arXiv:1910.10683", year: 2020 };
/// The Tech Basic: Meta Prometheus and Hyperion.
pub static TECHBASIC_PROMETHEUS: Source = Source {
    title: "The Tech Basic: Meta Prometheus and Hyperion",
    address: "https://thetechbasic.com/2025/07/16/meta-files-to-restart-h20-chip-sales-as-it-builds-5-gw-hyperion-cluster",
    year: 2025,
};
/// Tech Reader Daily, quoting SemiAnalysis: H100 reserved capacity.
pub static TECHREADER_H100: Source = Source {
    title: "Tech Reader Daily, quoting SemiAnalysis: H100 reserved capacity",
    address: "https://www.techreaderdaily.com/article.html?slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026",
    year: 2026,
};
/// TechSpot: Oracle orders 400,000 chips.
pub static TECHSPOT_ABILENE: Source = Source {
    title: "TechSpot: Oracle orders 400,000 chips",
    address: "https://www.techspot.com/news/108047-oracle-orders-400000-nvidia-chips-power-massive-stargate.html",
    year: 2025,
};
/// Thunder Said Energy: data centers, the economics.
pub static THUNDER_SAID: Source = Source {
    title: "Thunder Said Energy: data centers, the economics",
    address: "https://thundersaidenergy.com/downloads/data-centers-the-economics/",
    year: 2025,
};
/// Ticker Report: Project Rainier.
pub static TICKER_RAINIER: Source = Source {
    title: "Ticker Report: Project Rainier",
    address: "https://ticker.report/news/amzn-amazon-unveils-11-billion-operational-ai-supercomputing-hub-project-rainier-2025-11-03",
    year: 2025,
};
/// Tom's Hardware: service life of data center GPUs.
pub static TOMS_GPU_LIFE: Source = Source {
    title: "Tom's Hardware: service life of data center GPUs",
    address: "https://tomshardware.com/pc-components/gpus/datacenter-gpu-service-life-can-be-surprisingly-short-only-one-to-three-years-is-expected-according-to-unnamed-google-architect",
    year: 2024,
};
/// Tom's Hardware: MI355X.
pub static TOMS_MI355X: Source = Source {
    title: "Tom's Hardware: MI355X",
    address: "https://www.tomshardware.com/pc-components/gpus/amds-instinct-mi355x-accelerator-will-consume-1-400-watts",
    year: 2025,
};
/// Tom's Hardware: MI400 and Helios.
pub static TOMS_MI400: Source = Source {
    title: "Tom's Hardware: MI400 and Helios",
    address: "https://www.tomshardware.com/pc-components/gpus/amd-says-instinct-mi400x-gpu-is-10x-faster-than-mi300x-will-power-helios-rack-scale-system-with-epyc-venice-cpus",
    year: 2025,
};
/// Tom's Hardware: Trainium3 UltraServer.
pub static TOMS_TRAINIUM3: Source = Source {
    title: "Tom's Hardware: Trainium3 UltraServer",
    address: "https://www.tomshardware.com/tech-industry/artificial-intelligence/amazon-launches-trainium3-ai-accelerator-competing-directly-against-blackwell-ultra-in-fp8-performance-new-trn3-gen2-ultraserver-takes-vertical-scaling-notes-from-nvidias-playbook",
    year: 2025,
};
/// Tom's Hardware: Cerebras WSE-3.
pub static TOMS_WSE3: Source = Source {
    title: "Tom's Hardware: Cerebras WSE-3",
    address: "https://www.tomshardware.com/tech-industry/artificial-intelligence/cerebras-launches-900000-core-125-petaflops-wafer-scale-processor-for-ai-theoretically-equivalent-to-about-62-nvidia-h100-gpus",
    year: 2024,
};
/// The Technology Express: Hyperion.
pub static TTE_HYPERION: Source = Source {
    title: "The Technology Express: Hyperion",
    address: "https://thetechnologyexpress.com/?p=71265",
    year: 2025,
};
/// Turner & Townsend: AI data center rush.
pub static TURNER_TOWNSEND: Source = Source {
    title: "Turner & Townsend: AI data center rush",
    address: "https://www.turnerandtownsend.com/news/ai-data-centre-rush-raises-alarm-over-construction-supply-chain",
    year: 2025,
};
/// TweakTown: GPU cluster with 100,000 H100.
pub static TWEAKTOWN_XAI: Source = Source {
    title: "TweakTown: GPU cluster with 100,000 H100",
    address: "https://www.tweaktown.com/news/99261/planning-begins-for-worlds-most-powerful-gpu-cluster-with-100-000/index.html",
    year: 2024,
};
/// TXT Report: Stargate.
pub static TXT_STARGATE: Source = Source {
    title: "TXT Report: Stargate",
    address: "https://www.txtreport.com/tech/2024-03-30-microsoft-and-openai-are-planning-a-100-billion-data-center-project.H1enqyVSk0.html",
    year: 2024,
};
/// Unanswered.io: DGX power (cites NVIDIA's user guide).
pub static UNANSWERED_DGX: Source = Source {
    title: "Unanswered.io: DGX power (cites NVIDIA's user guide)",
    address: "https://unanswered.io/guide/nvidia-dgx-power-consumption-watts",
    year: 2025,
};
/// UNECE, Life cycle assessment of electricity generation (quoted by Energy Industry Review).
pub static UNECE_2021: Source = Source {
    title: "UNECE, Life cycle assessment of electricity generation (quoted by Energy Industry Review)",
    address: "https://energyindustryreview.com/power/unece-nuclear-is-the-lowest-carbon-electricity-source",
    year: 2021,
};
/// Uptime Institute: large data centers.
pub static UPTIME_2024: Source = Source {
    title: "Uptime Institute: large data centers",
    address: "https://journal.uptimeinstitute.com/large-data-centers-are-mostly-more-efficient-analysis-confirms/",
    year: 2024,
};
/// Verda (DataCrunch): GB300 NVL72 architecture.
pub static VERDA_GB300: Source = Source {
    title: "Verda (DataCrunch): GB300 NVL72 architecture",
    address: "https://verda.com/blog/gb300-nvl72-architecture",
    year: 2025,
};
/// Vertiv and NVIDIA: PUE of liquid cooling.
pub static VERTIV_LIQUID: Source = Source {
    title: "Vertiv and NVIDIA: PUE of liquid cooling",
    address: "https://www.vertiv.com/en-latam/about/news-and-insights/articles/blog-posts/quantifying-data-center-pue-when-introducing-liquid-cooling/",
    year: 2022,
};
/// VMblog (NVIDIA): Ethernet networking at Colossus.
pub static VMBLOG_COLOSSUS: Source = Source {
    title: "VMblog (NVIDIA): Ethernet networking at Colossus",
    address: "https://vmblog.com/archive/2024/10/28/nvidia-ethernet-networking-accelerates-world-s-largest-ai-supercomputer-built-by-xai.aspx",
    year: 2024,
};
/// Su et al., WeLM.
pub static WELM_PAPER: Source = Source { title: "Su et al., WeLM", address: "arXiv:2209.10372", year: 2022 };
/// What's Trending, on NVIDIA's cooling design.
pub static WHATSTRENDING_WATER: Source = Source {
    title: "What's Trending, on NVIDIA's cooling design",
    address: "https://whatstrending.ai/news/nvidia-says-its-ai-data-center-design-runs-hotter-to-use-a-lot-less-water",
    year: 2026,
};
/// Wonderful Engineering: Colossus with 200,000 GPUs.
pub static WONDERFUL_COLOSSUS: Source = Source {
    title: "Wonderful Engineering: Colossus with 200,000 GPUs",
    address: "https://wonderfulengineering.com/musks-colossus-is-fully-operational-with-200000-gpus-backed-by-tesla-batteries/",
    year: 2025,
};
/// World Today News: MI355X at ISSCC.
pub static WORLD_TODAY_MI355X: Source = Source {
    title: "World Today News: MI355X at ISSCC",
    address: "https://www.world-today-news.com/?p=7253162",
    year: 2026,
};
/// Xataka On: GB200 NVL72.
pub static XATAKA_GB200: Source = Source {
    title: "Xataka On: GB200 NVL72",
    address: "https://www.xatakaon.com/robotics-and-ai/nvidias-ai-supercomputer-costs-3-million-to-operate-it-uses-a-switch-with-nearly-2-miles-of-cable",
    year: 2024,
};
/// 01.AI, Yi.
pub static YI_PAPER: Source = Source { title: "01.AI, Yi", address: "arXiv:2403.04652", year: 2024 };
/// Yobitel: Cerebras WSE-3.
pub static YOBITEL_WSE3: Source = Source {
    title: "Yobitel: Cerebras WSE-3",
    address: "https://www.yobitel.com/knowledge-base/cerebras-wse-3",
    year: 2025,
};
/// Zoonop: NextEra on combined-cycle costs.
pub static ZOONOP_CCGT: Source = Source {
    title: "Zoonop: NextEra on combined-cycle costs",
    address: "https://zoonop.com/news/energy/combined-cycle-plant-costs-soar-over-threefold-nextera-ceo-reveals-at-ceraweek-2025",
    year: 2025,
};
/// vTrain: measured step times.
pub static VTRAIN: Source = Source {
    title: "Bang et al., vTrain (MICRO 2024): measured step times (MIT licence)",
    address: "https://github.com/VIA-Research/vTrain",
    year: 2024,
};
/// ML.ENERGY: diagnosing inference energy consumption with the leaderboard 3.0.
pub static ML_ENERGY_BLOG: Source = Source {
    title: "ML.ENERGY: diagnosing inference energy consumption with the leaderboard 3.0",
    address: "https://ml.energy/blog/measurement/energy/diagnosing-inference-energy-consumption-with-the-mlenergy-leaderboard-v30",
    year: 2025,
};
/// The ML.ENERGY Benchmark 3.0: energy and throughput of serving, measured on H100 and B200.
pub static ML_ENERGY: Source = Source {
    title: "The ML.ENERGY Benchmark 3.0: energy and throughput of serving, measured on H100 and B200",
    address: "https://github.com/ml-energy/benchmark",
    year: 2025,
};
/// MLCommons, MLPerf Training v3.0 to v5.1.
pub static MLPERF_TRAINING: Source = Source {
    title: "MLCommons, MLPerf Training results v3.0 to v5.1 (derived figures, not official results)",
    address: "https://github.com/mlcommons/training_results_v5.0",
    year: 2025,
};
