//! French.

use super::Language;
use super::table::{table, texts};
use crate::error::{Code, Noun};
use crate::quantities::display::{Plural, Style};

pub(super) static FRENCH: Language = Language {
    tag: "fr",
    style: &STYLE,
    labels: table!(LABELS),
    names: table!(NAMES),
    fields: table!(FIELDS),
    values: table!(FIELD_VALUES),
    phrases: PHRASES,
    nouns: texts!(Noun, noun),
    messages: texts!(Code, message),
    words: table!(WORDS, SHEET_WORDS, CHART_WORDS),
};

static STYLE: Style = Style {
    decimal: ",",
    group: "\u{202f}",
    plural: Plural::BelowTwo,
    large: &[(1e6, &["million", "millions"]), (1e9, &["milliard", "milliards"])],
    after_large: "de #",
    after_large_elided: "d’#",
    elides: "aehiou",
    money: "#\u{a0}$",
    large_money: "#\u{a0}de dollars",
    currencies: &[
        ("USD", "de dollars"),
        ("EUR", "d’euros"),
        ("CNY", "de yuans"),
        ("JPY", "de yens"),
        ("GBP", "de livres sterling"),
        ("CHF", "de francs suisses"),
        ("CAD", "de dollars canadiens"),
        ("INR", "de roupies"),
        ("KRW", "de wons"),
        ("AED", "de dirhams"),
        ("SAR", "de riyals"),
    ],
    units: &[
        ("d", &["jour", "jours"]),
        ("mo", &["mois"]),
        ("yr", &["an", "ans"]),
        ("device", &[""]),
        ("token", &[""]),
        ("device-h", &["heure-puce", "heures-puce"]),
        ("L", &["litre", "litres"]),
        ("W/device", &["W/puce"]),
        ("kW/device", &["kW/puce"]),
        ("FLOP/s/device", &["FLOP/s/puce"]),
        ("TFLOP/s/device", &["TFLOP/s/puce"]),
        ("PFLOP/s/device", &["PFLOP/s/puce"]),
        ("kgCO2e/device", &["kgCO2e/puce"]),
        ("USD/tCO2e", &["$/tCO2e"]),
        ("USD/MMBtu", &["$/MMBtu"]),
        ("USD/device", &["$/puce"]),
        ("USD/device-h", &["$/heure-puce"]),
        ("USD/device-mo", &["$/puce/mois"]),
        ("USD/kWh", &["$/kWh"]),
        ("USD/W", &["$/W"]),
        ("USD/EFLOP", &["$/EFLOP"]),
        ("USD/PFLOP-h", &["$/PFLOP-h"]),
        ("USD/kW/mo", &["$/kW/mois"]),
        ("USD/yr", &["$/an"]),
        ("USD/million tokens", &["$/million de tokens"]),
        ("USD/device-yr", &["$/puce/an"]),
        ("billion USD/GW", &["Md$/GW"]),
    ],
};

const fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Accelerator => "accélérateur",
        Noun::System => "système",
        Noun::Cluster => "centre de calcul",
        Noun::Buildout => "chantier",
        Noun::Model => "modèle",
        Noun::Site => "site",
        Noun::Method => "méthode",
        Noun::PowerSource => "source d’électricité",
        Noun::Supply => "alimentation électrique",
        Noun::Cooling => "mode de refroidissement",
        Noun::Climate => "zone climatique",
        Noun::Input => "donnée d’entrée",
        Noun::DoubtfulInput => "donnée d’entrée avec une plage",
        Noun::Figure => "résultat",
        Noun::Key => "clé",
        Noun::Value => "valeur",
        Noun::Entry => "entrée du catalogue",
        Noun::Column => "colonne de mesures",
    }
}

const fn message(code: Code) -> &'static str {
    match code {
        Code::Unknown => "{noun} introuvable\u{202f}: `{id}`",
        Code::UnknownNear => {
            "{noun} introuvable\u{202f}: `{id}`\u{202f}; vouliez-vous dire `{nearest}`\u{202f}?"
        }
        Code::Unreadable => {
            "{field}\u{202f}: `{text}` est illisible\u{202f}; il faut un nombre écrit avec un point décimal, comme `1,234.5`, suivi de son unité s’il en a une ({expected})"
        }
        Code::NotANumber => {
            "{field}\u{202f}: `{text}` est illisible\u{202f}; attendu\u{202f}: un nombre seul, comme `1.25` ou `40 %`"
        }
        Code::UnitMissing => {
            "{field}\u{202f}: il manque une unité à `{text}`\u{202f}; attendu\u{202f}: {expected}"
        }
        Code::WrongUnit => {
            "{field}\u{202f}: l’unité `{unit}` ne convient pas\u{202f}; attendu\u{202f}: {expected}"
        }
        Code::UnitNotAllowed => "{field}\u{202f}: `{text}` doit être un nombre seul, sans `{unit}`",
        Code::OutOfDomain => {
            "{field}\u{202f}: la valeur {value} n’est pas admise\u{202f}; attendu\u{202f}: de {min} à {max}"
        }
        Code::NotWhole => {
            "{field}\u{202f}: la valeur {value} n’est pas admise\u{202f}; attendu\u{202f}: un nombre entier de {min} à {max}"
        }
        Code::NotPositive => {
            "{field}\u{202f}: la valeur {value} n’est pas admise\u{202f}; attendu\u{202f}: plus de zéro"
        }
        Code::Negative => {
            "{field}\u{202f}: la valeur {value} n’est pas admise\u{202f}; attendu\u{202f}: zéro ou plus"
        }
        Code::RangeOutOfOrder => "{field}\u{202f}: les bornes de la plage `{text}` sont inversées",
        Code::Missing => {
            "{field} est nécessaire, mais rien n’est publié pour `{of}`\u{202f}; donnez une valeur avec `{field} = …`"
        }
        Code::MoreThanAll => "{field}\u{202f}: leur somme est {sum}\u{202f}; attendu\u{202f}: 1 au plus",
        Code::NotAll => "{field}\u{202f}: les parts font {sum} au lieu de 1\u{202f}; fixez `{remedy}`",
        Code::OfMix => {
            "{field} ne compte que dans un mélange de sources\u{202f}; fixez aussi `site.supply` ou `site.sources.0.kind`"
        }
        Code::Excludes => "{field} et {of} s’excluent\u{202f}; donnez l’un des deux",
        Code::NotHere => "il n’y a pas de {figure} ici",
        Code::LeftOut => {
            "{figure} est omis ici, faute de valeur publiée\u{202f}: il faut {field}. Fixez cette donnée pour le voir"
        }
        Code::IsFigure => {
            "{field} est un résultat, pas une donnée d’entrée\u{202f}: il en découle, comme le montre `wattflop explain {field}`"
        }
        Code::IsInput => {
            "{field} est une donnée d’entrée, pas un résultat\u{202f}: `wattflop inputs` montre sa valeur, et `--set {field}=…` la fixe"
        }
        Code::UnknownOf => "{noun} introuvable\u{202f}: `{id}`\u{202f}; il y a {known}",
        Code::NoRate => {
            "{field}\u{202f}: il faut un cours pour {currency}\u{202f}; fixez `money.currency={id}` et `money.rate`, le nombre de dollars pour une unité"
        }
        Code::NoRateYear => {
            "{field}\u{202f}: il faut un cours pour {currency}\u{202f}; fixez `money.currency={id}` et `money.rate`, le nombre de dollars pour une unité, ou `money.rate_year` ({known})"
        }
        Code::NoYear => "{field}\u{202f}: {series} n’a pas d’année {year}\u{202f}; elle a {known}\u{202f}",
        Code::Incomplete => {
            "{field} est nécessaire à côté des autres données qui remplacent `{of}`\u{202f}; donnez cette valeur, ou aucune d’elles"
        }
        Code::NeverEnds => {
            "l’entraînement ne finirait jamais\u{202f}: sur autant de puces, il s’arrête plus vite qu’on ne le répare. Prenez-en moins, réglez `faults.groups` pour la reprise d’un seul groupe, `faults.restart` ou `faults.device_time_per_failure`, ou donnez {field}"
        }
        Code::NotDrawn => {
            "{field}\u{202f}: un graphique demande un axe de nombres et au plus huit lignes\u{202f}; donnez moins de valeurs, ou --pareto de deux résultats"
        }
        Code::LessThanOne => {
            "{field} suffit pour {value} puce, moins d’une seule\u{202f}; donnez davantage, ou un nombre de puces"
        }
        Code::CountNotDerivable => {
            "{field}\u{202f}: nombre inconnu et impossible à déduire\u{202f}; il faudrait un seul groupe de puces et, pour le centre de calcul, soit la puissance (avec le TDP des puces), soit le budget (avec leur prix)\u{202f}; donnez un nombre"
        }
        Code::WrongForm => "{field} n’a pas la bonne forme\u{202f}; attendu\u{202f}: {expected}",
        Code::WrongVersion => {
            "version {version} du format de scénario inconnue\u{202f}; cette édition lit la version {known}"
        }
        Code::Broken => "le document est illisible\u{202f}: {reason}",
        Code::BadShape => "{field}\u{202f}: {reason}",
        Code::NotADecoder => "{field}\u{202f}: `{text}` n’est pas un transformeur à décodeur seul",
        Code::BadLayout => "{field}\u{202f}: {reason}\u{202f}; valeurs possibles\u{202f}: {legal}",
        Code::DoesNotFit => {
            "la mémoire ne suffit pas\u{202f}: {weights} de poids, {gradients} de gradients, {optimizer} d’optimiseur, {activations} d’activations et {buffers} de tampons font {total} sur une puce de {capacity}\u{202f}; le remède le moins coûteux est `{remedy}`, à {time} par pas"
        }
        Code::NeverFits => {
            "la mémoire ne suffit pas\u{202f}: {weights} de poids, {gradients} de gradients, {optimizer} d’optimiseur, {activations} d’activations et {buffers} de tampons font {total} sur une puce de {capacity}\u{202f}; aucun petit changement ne suffit\u{202f}: `wattflop plan` cherche parmi toutes les répartitions"
        }
        Code::ModelBeyondMemory => {
            "le modèle ne tient pas en mémoire\u{202f}: {weights} de poids sur chacune de {tensor} puces qui ont {memory} pour eux\u{202f}; prenez `serving.pipeline={stages}` ou plus, ou des poids plus étroits comme `serving.weights=fp8`"
        }
        Code::BatchBeyondMemory => {
            "{field}\u{202f}: {value} séquences\u{202f}; la mémoire d’une réplique en contient au plus {most}"
        }
        Code::RateOutOfReach => {
            "{field}\u{202f}: {value} par utilisateur, hors d’atteinte\u{202f}; au plus proche {nearest}, avec `serving.batch=1` et `serving.tensor={tensor}`"
        }
        Code::FirstTokenOutOfReach => {
            "{field}\u{202f}: {value}, hors d’atteinte\u{202f}; au plus proche {nearest}, avec `serving.batch=1` et `serving.tensor={tensor}`"
        }
        Code::DemandBeyondDevices => {
            "{field}\u{202f}: {value}, hors d’atteinte, car {count} donnent au plus {most}\u{202f}; il en faut {needed}"
        }
        Code::ReplicaBeyondDevices => {
            "{field}\u{202f}: {value}\u{202f}; une réplique du modèle en demande {needed}"
        }
        Code::Shapeless => {
            "{field}\u{202f}: la forme de {of} est inconnue, et sans elle aucun service ne se calcule\u{202f}; donnez un modèle dont la forme est connue, ou ses dimensions"
        }
        Code::TooFew => "une comparaison demande au moins deux éléments",
        Code::NotADate => {
            "{field}\u{202f}: `{text}` n’est pas une date\u{202f}; attendu\u{202f}: AAAA, AAAA-MM ou AAAA-MM-JJ, de 1900 à 9999"
        }
        Code::NoPhase => {
            "un chantier demande au moins une étape\u{202f}: une date, et le centre de calcul en place à partir de cette date"
        }
        Code::SiteAmongPhases => {
            "{field} est un site avec ses propres phases et ne peut en accompagner d’autres\u{202f}; donnez-le seul, ou des grappes comme phases, par exemple les siennes\u{202f}: {known}"
        }
        Code::PhasesOutOfOrder => {
            "{phase} ({date}) n’est pas postérieur à {before} ({earlier})\u{202f}; donnez les étapes dans l’ordre de leurs dates, chacune avec tout ce qui est en place"
        }
        Code::StartsTooEarly => {
            "{field}\u{202f}: rien n’est en place le {date}\u{202f}; donnez {first}, date de la première étape, ou une date ultérieure"
        }
        Code::BeyondCalendar => {
            "{field}\u{202f}: ils dépassent {date}, où s’arrête le calendrier\u{202f}; donnez-en moins"
        }
        Code::NotNumeric => {
            "{field} est un choix parmi des noms\u{202f}; il faut ici une donnée chiffrée. `wattflop sweep --over '{field}=…'` essaie des noms"
        }
        Code::OutOfReach => {
            "aucune valeur de {field} ne donne {figure} {sign} {goal}\u{202f}: ce résultat va de {low}, pour {at_low}, à {high}, pour {at_high}"
        }
        Code::OutOfReachOpen => {
            "aucune valeur de {field} ne donne {figure} {sign} {goal}\u{202f}: au plus près, ce résultat est de {nearest}, pour {at}"
        }
        Code::NoEffect => {
            "{figure} ne dépend pas de {field}\u{202f}: il reste à {value}. `wattflop explain {figure}` montre de quoi il dépend"
        }
        Code::NoEffectWithin => {
            "{figure} ne dépend pas de {field} de {low} à {high}\u{202f}: partout {value}, qui ne convient pas"
        }
        Code::EmptyGrid => {
            "{field}\u{202f}: `{text}` ne contient aucune valeur\u{202f}; attendu\u{202f}: une liste comme `1, 2, 5`, un pas positif comme `1..2 by 0.1`, ou un nombre entier de valeurs comme `1..2 in 11`"
        }
        Code::NoStep => {
            "{field}\u{202f}: `{text}` n’a pas de pas\u{202f}; attendu\u{202f}: `BAS..HAUT by PAS`, `BAS..HAUT in NOMBRE` ou `BAS..HAUT in NOMBRE log`"
        }
        Code::Grouped => {
            "{field}\u{202f}: `{text}` peut être un nombre ou deux\u{202f}; écrivez `{one}` pour un seul, ou `{two}` pour deux"
        }
        Code::NoLog => {
            "{field}\u{202f}: `{text}` ne peut partir de zéro ou moins à rapports égaux\u{202f}; retirez `log`, ou partez au-dessus de zéro"
        }
        Code::TooManyCells => {
            "{cells} de cellules dépassent les {most} qu’un balayage peut compter\u{202f}; nombre de valeurs qui conviendrait pour chacune de ces données ({field})\u{202f}: {each}"
        }
        Code::NoDifference => "{figure} est le même des deux côtés\u{202f}: il n’y a pas d’écart à tracer",
        Code::NotFinite => {
            "{figure} n’est pas un nombre fini des deux côtés\u{202f}: il n’y a pas d’écart à répartir"
        }
        Code::CorrelatedTwice => {
            "{field}\u{202f}: une corrélation se donne une seule fois, entre deux données différentes"
        }
        Code::NotDefinite => {
            "{field}\u{202f}: ces corrélations s’excluent, ou ne laissent aucun doute\u{202f}; multipliées toutes par {factor}, elles seraient possibles"
        }
        Code::TooManyDoubts => {
            "{count} données d’entrée incertaines\u{202f}; attendu\u{202f}: {max} au plus. Donnez sans plage celles qui comptent le moins"
        }
        Code::NoDoubt => {
            "{field}\u{202f}: aucune des données dont il dépend n’a de plage\u{202f}; donnez-en une, comme `site.pue=1.1..1.3`"
        }
        Code::Cancelled => "interrompu",
        Code::NoteDerived => {
            "Aucun nombre n’a été publié\u{202f}: celui des puces est déduit, et ce qui le limite est {limit}."
        }
        Code::NoteChip => "La puce est une hypothèse, faute d’annonce\u{202f}: {chip}.",
        Code::NoteNotTimed => {
            "Le lot et la répartition ne comptent pas ici\u{202f}: un pas n’est chronométré que si le lot est donné et le MFU ne l’est pas, si la forme du modèle est connue et si toutes les puces sont du même type."
        }
        Code::NoteComputeGiven => {
            "Le calcul est donné\u{202f}: ni la forme du modèle ni les jetons ne servent."
        }
        Code::NoteLostTime => {
            "Une seule tâche sur tout le centre, arrêtée et relancée en entier à chaque panne, perdrait la moitié de son temps ou plus. À cette taille, on mène plusieurs tâches, ou l’on reprend sur place."
        }
        Code::NoteForeignPrice => {
            "Aucun prix de l’électricité n’est connu pour {site}\u{202f}: le prix, et l’eau de l’électricité, sont ceux des États-Unis. Fixez site.electricity et site.upstream_water."
        }
        Code::NoteForeignWater => {
            "L’eau consommée pour l’électricité est celle des États-Unis, et non du lieu ({site}). Fixez site.upstream_water."
        }
        Code::NoteCarbon => "Ce que compte le carbone\u{202f}: {basis}{years}.",
        Code::NoteMix => {
            "L’électricité est un mélange de sources. Toutes sont comptées {basis}, comme leur réseau."
        }
        Code::NoteMixShares => {
            "Les parts de {supply} sont celles des puissances\u{202f}: ce que chaque source a livré n’a pas été publié. Fixez site.sources.0.share et les suivantes."
        }
        Code::NoteMixCapital => {
            "Le prix de ce qui est produit sur place comprend combustible et entretien, mais non le capital\u{202f}: fixez finance.site_power_capex."
        }
        Code::NoteMissing => {
            "Non publié, si bien que les résultats qui en dépendent manquent\u{202f}: {field}. Donnez une valeur pour les obtenir."
        }
        Code::NoteEstimatedCompute => {
            "Le volume de calcul de l’entraînement de {model} n’a jamais été publié\u{202f}; le nombre retenu est une estimation de tiers ({who})."
        }
        Code::NoteStep => {
            "La durée d’un pas est calculée opérateur par opérateur, dans la répartition donnée. Le temps perdu en pannes est celui qu’on attend d’une tâche sur tout le centre (reliability.goodput), sauf si run.goodput est donné. Son erreur sur des mesures publiées est dans la plage."
        }
        Code::NoteExtrapolated => {
            "Aucune mesure sur {chip} n’a servi à l’ajustement\u{202f}: la durée d’un pas est extrapolée, avec une plage large."
        }
        Code::NoteGoodput => {
            "Le MFU est une moyenne sur des entraînements entiers et tient déjà compte du temps perdu à cause des pannes\u{202f}; la part de temps utile affichée à côté n’est pas appliquée une seconde fois."
        }
        Code::NoteViewSpan => {
            "La même période coûte {ratio} fois plus selon la comptabilité la plus chère ({dear}) que selon la moins chère ({cheap}), électricité seule mise à part."
        }
        Code::NoteViewLife => {
            "L’achat vaut {ratio} fois l’annuité\u{202f}: il paie tout d’un coup, sans exploitation, alors que la période est de {time} pour une vie de {life}."
        }
        Code::NoteViewInterest => {
            "L’annuité vaut {ratio} fois l’amortissement linéaire\u{202f}: elle comprend des intérêts de {rate}\u{202f}% par an."
        }
        Code::NoteViewDecay => {
            "L’obsolescence vaut {ratio} fois l’amortissement linéaire\u{202f}: selon les progrès du matériel, la période prend {decay}\u{202f}% du prix, selon sa durée de vie {line}\u{202f}%."
        }
        Code::NoteViewRent => {
            "Le loyer à la demande vaut {ratio} fois ce qu’une heure coûte au propriétaire, et {sold} fois ce que coûte une heure vendue\u{202f}: outre l’électricité, le site et le capital, il comprend profit et risque."
        }
        Code::NoteViewRentBelow => {
            "Le loyer à la demande vaut {ratio} fois ce qu’une heure coûte au propriétaire\u{202f}: moins, comme là où l’offre abonde ou où le capital du loueur est moins cher."
        }
        Code::NoteViewDecayLong => {
            "L’obsolescence est celle du premier instant\u{202f}: pour une période aussi longue, elle impute trop."
        }
        Code::NoteDecision => {
            "Le seuil de rentabilité compare le loyer et le coût d’aujourd’hui. Valeur actuelle, rendement et récupération portent sur {years} ans pendant lesquels les loyers varient de {drift}\u{202f}% par an, {sold}\u{202f}% des heures sont vendues, et le reste est revendu {sale}\u{202f}% du prix payé\u{202f}; `--part drifts` donne d’autres variations."
        }
        Code::NoteMethod => "Selon les données d’une méthode publiée\u{202f}: {method}.",
        Code::NoteMethodChips => {
            "La méthode a été faite pour d’autres puces ({chips})\u{202f}: ses parts et ses taux accompagnent ici d’autres prix."
        }
        Code::NoteProgress => {
            "Les FLOP/s par dollar croissent de {growth} ordre de grandeur par an et doublent en {doubling} ans\u{202f}; Epoch AI trouve 0,14 (0,10 à 0,18)."
        }
        Code::NoteCurrency => "Les montants sont en {currency}, une unité valant {rate} USD.",
        Code::NotePrices => "Les prix sont affichés à {level} fois ceux qui ont été donnés.",
        Code::NoteMoneyBasis => {
            "Les montants étaient dans des monnaies ou à des prix d’années différentes\u{202f}: tous sont en dollars, aux prix donnés."
        }
        Code::NoteCarbonBasis => "Le carbone est compté sur une base commune à tous\u{202f}: {basis}{years}.",
        Code::NotePower => {
            "La puissance publiée du site, {announced}, sort de la plage de ce qu’appellent ses éléments, {computed} en pointe."
        }
        Code::NoteBudget => {
            "Le budget publié, {announced}, sort de la plage de ce que coûtent ses éléments aux prix du marché, {computed}."
        }
        Code::NoteOverPeak => {
            "La moyenne, {average}, dépasse la pointe prévue, {peak}\u{202f}: `site.pue` l’emporte sur `site.peak_overhead` à cette charge\u{202f}; fixez les deux."
        }
        Code::NoteConstruction => {
            "D’après son constructeur, {phase} était en place {days} jours après le début des travaux ({who}), soit un début le {began}."
        }
        Code::NotePace => {
            "D’après son constructeur, {phase} était en place {days} jours après {since} ({who})\u{202f}; d’après les dates du catalogue, {dated} jours. Les mois suivent les dates."
        }
        Code::NoteFinished => "{model}\u{202f}: commence le {start}, se termine le {end}, au bout de {time}.",
        Code::NoteFinishedBetween => {
            "Avec une probabilité de 90\u{a0}%, il est terminé entre le {early} et le {late}."
        }
        Code::NoteUnfinished => "À la fin de {month}, dernier mois affiché, il en est à {share}\u{a0}%.",
        Code::NoteNeverFinished => "{model}\u{202f}: commence le {start}, n’est pas terminé en l’an 9999.",
        Code::NoteDraws => {
            "Tiré en {samples} points de {inputs} données incertaines (suite de Sobol, germe {seed})."
        }
        Code::NoteSameDraws => {
            "Une même grandeur est tirée de la même façon de tous les côtés, comme `site.pue`, ou le prix d’une puce présente des deux côtés\u{202f}: ce qui est commun s’annule, et les rapports sont plus sûrs que les chiffres. Prix et puissances de puces différentes sont tirés séparément."
        }
        Code::NoteFailedDraws => {
            "En {share}\u{a0}% des points, il n’y a pas de résultat, par exemple pour un découpage qui n’y tient pas en mémoire ou pour des entrées qui s’excluent\u{202f}; les chiffres sont ceux des autres."
        }
        Code::NoteMatters => {
            "Le doute sur «\u{a0}{figure}\u{a0}» vient surtout de\u{202f}: {inputs}. Une part compte aussi ce qu’une donnée fait avec d’autres\u{202f}; leur somme peut donc dépasser 100\u{a0}%."
        }
        Code::NoteTogether => {
            "{share}\u{a0}% de la variance vient de plusieurs données ensemble, et d’aucune seule."
        }
        Code::NoteStage => {
            "Ce n’est qu’une étape d’un site\u{202f}: ne l’ajoutez pas aux autres. La dernière étape est {last}."
        }
    }
}

pub(super) const WORDS: &[(&str, &str)] = &[
    ("Cooling", "Refroidissement"),
    ("Climate", "Climat"),
    ("form-scenario", "une table de clés et de valeurs"),
    ("form-cluster", "l’identifiant d’un centre de calcul, ou une table avec `preset` ou `pools`"),
    ("form-pools", "au moins un groupe de puces"),
    ("form-accelerator", "l’identifiant d’un accélérateur"),
    ("form-model", "l’identifiant d’un modèle, ou une table avec `preset`, `config` ou `active_parameters`"),
    ("form-name", "un texte"),
    ("form-amount", "un texte avec `#` à la place du nombre"),
    ("form-apart", "un autre signe que `group`"),
    ("form-forms", "un texte, ou la liste de ses formes"),
    ("form-large", "une liste de grands nombres, chacun avec ses mots, comme `[[1e6, \"million\"]]`"),
    (
        "form-distribution",
        "une valeur, ou une table de `low` et `high`, avec `median` et `shape` si on les connaît",
    ),
    (
        "form-shape",
        "bornes possibles pour cette loi\u{202f}: lognormal au-dessus de 0, above-one au-dessus de 1, logit-normal entre 0 et 1",
    ),
    ("form-value", "une valeur\u{202f}: un nombre, ou un texte avec son unité"),
    ("shape-heads", "plus de têtes de clés et de valeurs que de têtes de requêtes"),
    ("shape-window", "plus de couches à fenêtre que de couches"),
    ("shape-experts", "plus de couches à experts que de couches"),
    ("shape-active", "plus d’experts actifs que d’experts"),
    (
        "serving-groups",
        "les groupes du parallélisme tensoriel doivent diviser les puces sur lesquelles les experts sont répartis",
    ),
    ("serving-stages", "il y a plus d’étages que de couches"),
    ("layout-heads", "le parallélisme tensoriel doit diviser le nombre de têtes"),
    ("layout-layers", "plus d’étages et de tranches que de couches"),
    ("layout-interleave", "seul un pipeline s’entrelace"),
    (
        "layout-devices",
        "le produit des degrés tensoriel, de pipeline et de contexte doit diviser le nombre de puces",
    ),
    ("layout-experts", "le parallélisme d’experts doit diviser le nombre d’experts"),
    (
        "layout-expert-groups",
        "plus de puces par groupe d’experts qu’il n’y en a, ou un nombre qui ne les divise pas",
    ),
    ("layout-batch-small", "le lot est plus petit que les répliques et leurs microlots"),
    ("layout-batch", "le lot doit se diviser en répliques et en microlots"),
    ("Pipeline schedule", "Ordonnancement du pipeline"),
    ("Format of the weights", "Format des poids"),
    ("rank", "#"),
    ("tensor", "tensoriel"),
    ("context", "contexte"),
    ("expert", "experts"),
    ("pipeline", "pipeline"),
    ("data", "données"),
    ("interleave", "tranches"),
    ("microbatch", "microlot"),
    ("zero", "ZeRO"),
    ("recompute", "recalculé"),
    ("step", "pas"),
    ("mfu", "MFU"),
    ("headroom", "mémoire libre"),
    ("used", "puces"),
    ("set", "jeu"),
    ("quantity", "grandeur"),
    ("predicted", "prédit"),
    ("error", "erreur"),
    ("reason", "raison"),
    ("n", "n"),
    ("skipped", "écartés"),
    ("mape", "|erreur| moyenne"),
    ("median", "|erreur| médiane"),
    ("bias", "biais"),
    ("coverage", "dans la plage à 90\u{202f}%"),
    ("width", "haut/bas"),
    ("best-settings", "La meilleure répartition, à lancer\u{202f}:"),
    ("timed", "répartitions chronométrées"),
    ("pruned", "laissées de côté, faute de pouvoir compter parmi les meilleures"),
    ("rejected", "rejetées"),
    ("tokens-of-sequence", "jetons par séquence"),
    ("sequences-of-batch", "séquences par lot"),
    (
        "idle",
        "puces inoccupées dans la meilleure répartition : répliques et microlots n’en divisent pas plus",
    ),
    ("default-batch", "séquences par lot, par défaut"),
    ("reject-devices", "puces non divisibles, ou plus de la moitié inoccupée"),
    ("reject-batch", "lot non divisible"),
    ("reject-layers", "couches mal réparties"),
    ("reject-experts", "groupes d’experts non divisibles"),
    ("reject-memory", "mémoire insuffisante"),
    ("reject-same", "identiques à une autre"),
    (
        "none-fits",
        "Aucune répartition ne tient. Plus de puces, un modèle plus petit ou une précision moindre y aideraient.",
    ),
    ("layout-sequence", "le parallélisme de contexte doit diviser la séquence"),
    ("layout-dualpipe", "DualPipe prend un nombre pair d’étages, chacun avec ses deux tranches"),
    ("why-assumed", "puissance ou énergie supposée par ses auteurs, non mesurée"),
    ("why-adapters", "on entraîne des adaptateurs, non le modèle entier"),
    ("why-no-accelerator", "accélérateur non indiqué (colonne `accelerator`)"),
    ("why-accelerator", "accélérateur inconnu"),
    ("why-shape", "forme du modèle inconnue"),
    ("why-count", "nombre de puces non indiqué (colonne `n_accel` ou `accel_count`)"),
    ("why-sequence", "longueur des séquences non indiquée (colonne `seq` ou `seq_len`)"),
    ("why-precision", "précision inconnue"),
    ("why-no-layout", "aucune répartition de ces puces et de ce lot ne tient"),
    ("why-rates", "vitesses des puces inconnues"),
    ("why-no-devices", "la répartition n’a pas de puces"),
    ("why-task", "tâche inconnue (colonne `task`)"),
    ("why-batch", "nombre de séquences simultanées absent (colonne `batch`)"),
    ("why-later", "non prédit dans cette édition, ou pas à partir de ce que dit la ligne"),
    ("why-measurement", "la mesure n’est pas un nombre positif"),
    ("form-one-kind", "des puces d’un seul type : la recherche de répartitions n’admet pas de mélange"),
    ("form-plan-model", "un modèle à entraîner, par `model` ou `--model`"),
    ("why-unmeasured", "aucune mesure dans une colonne connue"),
    ("left-out", "laissées de côté"),
    ("measured-value", "mesuré"),
    ("config-number", "il faut un nombre entier, un milliard au plus"),
    ("config-missing", "absent, mais la configuration en a besoin"),
    ("config-unread", "des couches qui alternent ainsi ne sont pas lues"),
    ("Precision", "Précision"),
    ("Accelerator", "Accélérateur"),
    ("Grid", "Réseau électrique"),
    ("Supply", "Alimentation électrique"),
    ("Source", "Source d’électricité"),
    ("nothing", "Rien trouvé."),
    (
        "form-operation",
        "ni modèle ni entraînement\u{202f}: `operate` et `compare` décrivent une exploitation\u{202f}; utilisez `train`",
    ),
    ("id", "id"),
    ("name", "nom"),
    ("released", "sortie"),
    ("bf16", "BF16"),
    ("memory", "mémoire"),
    ("tdp", "TDP"),
    ("price", "prix"),
    ("accelerator", "accélérateur"),
    ("max_power", "puissance nominale"),
    ("owner", "propriétaire"),
    ("facility_power", "puissance du site"),
    ("budget", "budget"),
    ("developer", "concepteur"),
    ("parameters", "paramètres"),
    ("active", "actifs"),
    ("tokens", "jetons"),
    ("compute", "calcul"),
    ("carbon", "carbone"),
    ("basis", "base"),
    ("industrial_price", "prix industriel"),
    ("shares", "parts"),
    ("efficiency", "rendement"),
    ("direct_carbon", "carbone direct"),
    ("life_cycle", "carbone, cycle de vie"),
    ("price_without_fuel", "prix sans combustible"),
    ("water", "eau"),
    ("path", "Chemin"),
    ("zero-or-more", "zéro ou plus"),
    ("over-zero", "plus de zéro"),
    ("colon", "\u{202f}: "),
    ("input", "Donnée d’entrée"),
    ("field", "Champ"),
    ("rests-on", "Repose sur"),
    ("range-note", "plages à 90\u{202f}%"),
    ("devices", "Puces"),
    ("facility-peak", "Puissance appelée, pointe"),
    ("figure", "Résultat"),
    ("value", "Valeur"),
    ("range", "Plage à 90\u{202f}%"),
    ("formula", "Formule"),
    ("where", "où"),
    ("with-functions", "Où"),
    ("with-numbers", "Avec les nombres"),
    ("inputs", "Données d’entrée"),
    ("sources", "Sources"),
    ("notes", "Remarques"),
    ("binds-first", "Première limite"),
    ("chips", "les puces"),
    ("power", "la puissance"),
    ("money", "l’argent"),
    ("edition", "Édition du catalogue"),
    ("unknown", "non publié"),
    ("given", "donné"),
    ("ratio", "Rapport"),
    ("exact", "exact"),
    ("growth", "Croissance par an"),
    ("date", "Date"),
    ("cluster", "Centre de calcul"),
    ("model", "Modèle"),
    ("grade", "Niveau de preuve"),
    ("measured", "mesuré"),
    ("specified", "donnée du fabricant"),
    ("reported", "selon des tiers"),
    ("estimated", "estimé"),
    ("assumed", "supposé"),
    ("life-cycle", "cycle de vie, par pays"),
    ("direct-state", "CO2 direct des centrales, par État"),
    ("direct-subregion", "CO2e direct des centrales, par sous-région du réseau"),
    ("mix-direct", "à la cheminée"),
    ("mix-life-cycle", "sur leur cycle de vie"),
    ("view-acquisition", "achat"),
    ("view-annuity", "annuité"),
    ("view-straight_line", "amortissement linéaire"),
    ("view-decay", "obsolescence"),
    ("view-rental", "location à la demande"),
    ("view-reserved", "location réservée un an"),
    ("view-spot", "location au prix spot"),
    ("view-energy", "électricité seule"),
    ("in-year", "année"),
    ("never", "jamais"),
    ("Currency", "Monnaie"),
    ("Method", "Méthode"),
    ("Price index", "Indice de prix"),
    ("operate", "Exploitation"),
    ("train", "Un entraînement"),
    ("serve", "Un modèle en service"),
    ("replica-devices", "Puces d’une réplique"),
    ("sequences", "Séquences"),
    ("user-rate", "Débit par utilisateur"),
    ("device-rate", "Débit par puce"),
    ("first-token", "Premier token"),
    ("form-serving", "un modèle en service\u{202f}: un tableau de ses entrées, comme `users`"),
    ("form-one-pool", "un seul groupe de puces\u{202f}: une réplique occupe une seule sorte de puce"),
    ("compare", "Côte à côte"),
];

/// Words of the sheets.
pub(super) const SHEET_WORDS: &[(&str, &str)] = &[
    ("form-training", "aucun service\u{202f}: `train` porte sur un entraînement\u{202f}; employez `serve`"),
    ("form-number", "un nombre"),
    ("form-whole", "un nombre entier, non négatif"),
    ("form-yes", "`true` ou `false`"),
    ("form-list", "une liste"),
    ("form-table", "une table de textes par clé"),
    ("form-two", "deux scénarios, dans une liste"),
    ("form-row", "une table, une colonne par clé"),
    (
        "form-correlated",
        "une liste de tables, chacune avec `between`, les chemins de deux données, et `rank`",
    ),
    ("form-correlation", "deux données et leur corrélation de rang, comme `site.pue,cluster.load=-0.3`"),
    ("uncertainty", "Incertitude"),
    ("sensitivity", "Ce qui compte le plus"),
    ("middle", "Médiane"),
    ("half", "Intervalle à 50\u{a0}%"),
    ("ninety", "Intervalle à 90\u{a0}%"),
    ("at_low", "À sa valeur basse"),
    ("at_high", "À sa valeur haute"),
    ("elasticity", "Élasticité"),
    ("alone", "Variance, seule"),
    ("with_others", "avec d’autres"),
    (
        "form-phases",
        "`phases`, une liste\u{202f}: pour chaque étape `date`, et `cluster`, tout ce qui est alors en place",
    ),
    ("form-months", "un nombre entier de mois"),
    ("form-start", "un entraînement, donné par `--run` ou `--set run.compute=…`"),
    ("days", "Jours"),
    ("timeline", "Mois par mois"),
    ("phases", "Étapes"),
    ("months", "Mois"),
    ("so_far", "Depuis le début"),
    ("run_over_phases", "L’entraînement, étape par étape"),
    ("status", "État"),
    ("status-existing", "en place"),
    ("status-planned", "prévu"),
    ("status-reported", "projet rapporté"),
    ("days_since", "Jours depuis la précédente"),
    ("month", "Mois"),
    ("peak", "FLOP/s de crête"),
    ("sustained", "FLOP/s du modèle"),
    ("it_power", "Puissance informatique nominale"),
    ("facility_peak", "Site, pointe"),
    ("facility_average", "Site, moyenne"),
    ("energy", "Énergie du mois"),
    ("emitted", "Carbone du mois"),
    ("compute_so_far", "Σ FLOP du modèle"),
    ("energy_so_far", "Σ énergie"),
    ("emitted_so_far", "Σ carbone d’exploitation"),
    ("embodied_so_far", "Σ carbone incorporé, puces"),
    ("built_so_far", "Σ carbone incorporé, serveurs et bâtiment"),
    ("onsite_so_far", "Σ eau sur place"),
    ("upstream_so_far", "Σ eau en amont"),
    ("running_so_far", "Σ exploitation"),
    ("annuity_so_far", "Σ coût, annuité"),
    ("time", "durée"),
    ("done", "part accomplie"),
    ("whole", "durée de l’entraînement entier"),
    ("clusters", "centres de calcul"),
    ("first", "première étape"),
    ("last", "dernière étape"),
    ("drifts", "Ce que vaut l’achat selon la variation des loyers"),
    ("rent_from", "loyer"),
    ("rent_to", "loyer"),
    ("npv", "VAN"),
    ("irr", "TRI"),
    ("payback", "récupération"),
    ("discounted_payback", "récupération actualisée"),
    ("per_year", "par an"),
    ("bill", "Coût de construction"),
    ("hour", "Une heure de puce"),
    ("views", "Toutes les comptabilités, côte à côte"),
    ("development", "Développement"),
    ("decision", "Louer ou acheter"),
    ("years", "Trésorerie par année"),
    ("offers", "Offres datées"),
    ("lives", "Coût d’une heure-puce selon la vie du matériel et sa valeur finale"),
    ("cost", "Ce que cela coûte"),
    ("line", "Poste"),
    ("capex", "Investissement"),
    ("share", "Part"),
    ("per_device", "par puce"),
    ("per_it_watt", "par watt IT"),
    ("per_facility_watt", "par watt du site"),
    ("part", "Composante"),
    ("view", "Comptabilité"),
    ("total", "Total"),
    ("over_annuity", "× annuité"),
    ("per_device_hour", "par heure-puce"),
    ("per_it_power", "par kW IT et mois"),
    ("per_petaflop_hour", "par PFLOP/s et heure"),
    ("per_token", "par token"),
    ("counts", "Ce qu’elle compte"),
    ("run", "Entraînement"),
    ("failures", "dont pannes"),
    ("all_compute", "avec les essais"),
    ("staff", "personnel"),
    ("year", "Année"),
    ("investment", "achats"),
    ("revenue", "loyer des heures vendues"),
    ("running", "exploitation"),
    ("sale", "revente"),
    ("net", "flux"),
    ("present", "actualisé"),
    ("cumulative", "cumulé"),
    ("life", "vie (années)"),
    ("residual-0", "reste 0\u{202f}%"),
    ("residual-10", "reste 10\u{202f}%"),
    ("residual-20", "reste 20\u{202f}%"),
    ("residual-30", "reste 30\u{202f}%"),
    ("low", "bas"),
    ("high", "haut"),
    ("hour-it", "capital du matériel IT"),
    ("hour-facility", "capital des installations"),
    ("hour-energy", "électricité"),
    ("hour-colocation", "colocation"),
    ("hour-operations", "personnel, support, entretien"),
    ("hour-maintenance", "maintenance et réparations"),
    ("hour-software", "logiciels"),
    ("hour-tax", "taxes, assurances, prix du carbone"),
    ("hour-total", "TCO, par heure installée"),
    ("hour-levelised", "LCOC, par heure livrée"),
    ("hour-sold", "par heure vendue"),
    ("counts-acquisition", "tout l’achat, d’un coup\u{202f}; sans exploitation"),
    ("counts-annuity", "capital et intérêts sur sa vie, exploitation"),
    ("counts-straight_line", "capital réparti sur sa vie, exploitation"),
    ("counts-decay", "valeur perdue face au matériel plus récent, exploitation"),
    ("counts-rental", "le prix du marché, tout compris"),
    ("counts-energy", "la facture d’électricité"),
    ("price-performance", "Ce qu’achète un dollar"),
    ("rent-drift", "Loyers à la demande"),
    ("gflops_per_dollar", "GFLOP/s par dollar"),
    ("from", "de"),
    ("to", "à"),
    ("by_year", "variation par an"),
    ("form-part", "une seule partie en CSV, comme `--part years`\u{202f}: chacune a ses colonnes"),
    ("provider", "fournisseur"),
    ("term", "conditions"),
    ("rent", "loyer"),
    (
        "form-goal",
        "un résultat, une relation et une valeur avec son unité, comme `duration <= 90 d` ou `power.facility.peak = 150 MW`",
    ),
    ("form-one-value", "une seule valeur, pas une plage"),
    ("form-range", "une plage à deux bornes, comme `1000..20000`"),
    ("form-tied", "une valeur non nulle, dont garder la proportion\u{202f}; fixez-en une d’abord"),
    ("form-tied-once", "une autre donnée que celle qu’on cherche, nommée une seule fois"),
    ("form-once", "une seule grille, pas deux"),
    ("form-over", "au moins une grille, comme `site.pue=1.1..1.5 by 0.1`"),
    ("form-of", "au moins un résultat, par son chemin"),
    (
        "form-two-sides",
        "deux côtés, pour un graphique qui montre pourquoi ils diffèrent\u{202f}; sans graphique, il peut y en avoir plus",
    ),
    (
        "form-frontier",
        "au moins deux résultats, comme `least:cost.annuity.total` et `most:throughput.sustained`",
    ),
    ("solve", "Ce qu’il faut"),
    ("answer", "Réponse"),
    ("side-least", "au moins"),
    ("side-greatest", "au plus"),
    ("side-at", "à"),
    ("side-nearest", "au plus près, le résultat saute la cible"),
    ("side-limit", "limite de ce qui peut être calculé"),
    ("at-present", "Actuellement"),
    ("tied", "Suit dans sa proportion"),
    ("met", "Satisfait"),
    ("up-to", "jusqu’à"),
    ("from-on", "à partir de"),
    ("without-effect", "Diffère sans effet sur ce résultat"),
    ("met-everywhere", "Toutes les valeurs conviennent."),
    ("searched", "Recherché"),
    (
        "compute-optimal",
        "Optimal pour ce calcul, selon la loi d’échelle\u{202f}: {parameters} de paramètres, {tokens} de tokens, perte {loss}.",
    ),
    ("loss-reached", "Cet entraînement\u{202f}: perte {loss}, à {ratio} tokens par paramètre."),
    ("why", "Pourquoi"),
    ("cause", "Cause"),
    ("adds", "ajoute"),
    ("cause-pools", "Les groupes de puces"),
    ("cause-pool", "Un groupe de {device}"),
    ("cause-order", "Quel groupe vient en premier\u{202f}: le travail est mesuré sur lui"),
    ("cause-supply", "Les sources d’électricité"),
    ("cause-size", "Le nombre de puces\u{202f}: publié, ou selon la puissance et l’argent"),
    ("cause-model", "Le modèle, ses tokens ou son calcul"),
    ("cause-task", "Ce qui tourne dessus"),
    ("cause-layout", "La répartition de l’entraînement sur les puces"),
    ("cause-rest", "Ce qui n’est pas une donnée"),
    ("cause-together", "Toutes les données qui diffèrent\u{202f}: rien ne peut être calculé entre les deux"),
    ("sweep", "Un balayage"),
    ("cells-failed", "incomplètes ou non calculées, par exemple"),
    ("cells-without", "cellules incomplètes ou non calculées\u{202f}; la dernière colonne dit pourquoi"),
    ("cells-best", "cellules qu’aucune autre ne bat, sur"),
    ("cells-more", "cellules de plus\u{202f}; `--format csv` les donne toutes"),
];

/// Labels of figures and inputs by path, `#` for the numbers in it.
const LABELS: &[(&str, &str)] = &[
    ("operation.duration", "Période considérée"),
    ("operation.mfu", "Taux d’utilisation en cas d’entraînement (MFU)"),
    ("model.total_parameters", "Paramètres déclarés"),
    ("model.active_parameters", "Paramètres actifs par token, déclarés"),
    ("model.layers", "Couches"),
    ("model.hidden", "Largeur du flux résiduel"),
    ("model.heads", "Têtes de requêtes"),
    ("model.kv_heads", "Têtes de clés et de valeurs"),
    ("model.head_dim", "Largeur d’une tête"),
    ("model.ffn", "Largeur feed-forward des couches denses"),
    ("model.ffn_matrices", "Matrices d’un bloc feed-forward"),
    ("model.vocab", "Vocabulaire"),
    ("model.embeddings", "Matrices de plongement"),
    ("model.positions", "Plongements de position appris"),
    ("model.extra", "Paramètres hors de ces dimensions"),
    ("model.window_layers", "Couches à fenêtre glissante"),
    ("model.window", "Tokens de la fenêtre glissante"),
    ("model.expert_layers", "Couches à experts"),
    ("model.experts", "Experts routés par couche"),
    ("model.active_experts", "Experts routés actifs par token"),
    ("model.expert_ffn", "Largeur feed-forward d’un expert routé"),
    ("model.shared_experts", "Experts communs à tous les tokens"),
    ("model.shared_ffn", "Largeur feed-forward d’un expert commun"),
    ("model.q_rank", "Rang des requêtes compressées (MLA), zéro sans compression"),
    ("model.kv_rank", "Rang des clés et valeurs compressées (MLA)"),
    ("model.qk_nope", "Largeur par tête des requêtes et clés sans position (MLA)"),
    ("model.qk_rope", "Largeur par tête des requêtes et clés avec position (MLA)"),
    ("model.v_head", "Largeur par tête des valeurs (MLA)"),
    ("run.tokens", "Tokens d’entraînement"),
    ("run.compute", "Volume de calcul de l’entraînement"),
    ("run.sequence", "Longueur des séquences d’entraînement, en tokens"),
    ("run.batch", "Séquences par lot global"),
    ("run.software_year", "Année du logiciel"),
    ("run.fused_attention", "Attention fusionnée (1) ou non (0)"),
    ("run.dropless", "Tous les tokens routés atteignent leurs experts (1), ou ceux en trop sont écartés (0)"),
    ("run.operand_bytes", "Octets par nombre dans les produits de matrices"),
    ("run.attended", "Part de la séquence que couvre l’attention d’un token, en moyenne"),
    ("run.recomputed_layers", "Part des couches recalculées"),
    ("run.recomputed_attention", "Part de l’attention recalculée"),
    ("work.hardware", "FLOP par jeton effectués par les puces"),
    ("run.mfu", "Taux d’utilisation, moyenne de l’entraînement (MFU)"),
    ("run.goodput", "Part de temps utile"),
    ("layout.tensor", "Degré de parallélisme tensoriel"),
    ("layout.pipeline", "Étages du pipeline"),
    ("layout.context", "Degré de parallélisme de contexte"),
    ("layout.expert", "Degré de parallélisme d’experts"),
    ("layout.expert_tensor", "Degré de parallélisme tensoriel des experts"),
    ("layout.microbatch", "Séquences par microlot"),
    ("layout.interleave", "Tranches du modèle par étage du pipeline"),
    ("layout.zero", "Niveau de ZeRO"),
    ("layout.sequence_parallel", "Parallélisme de séquence\u{202f}: normalisations partagées (1) ou non (0)"),
    ("layout.expert_load", "Charge de la puce d’experts la plus occupée, rapportée à la moyenne"),
    ("efficiency.product", "Part de la pointe qu’atteint un grand produit de matrices à 16 bits"),
    (
        "efficiency.narrow",
        "Part de la pointe qu’atteint un grand produit de matrices, à la précision choisie",
    ),
    ("efficiency.expert", "Vitesse d’un produit des experts, rapportée à celle d’un produit dense"),
    (
        "efficiency.scores",
        "Vitesse de l’attention fusionnée, rapportée à celle d’un produit de matrices à 16 bits",
    ),
    ("efficiency.early_scores", "Vitesse de l’attention fusionnée de 2023, rapportée à celle de 2025"),
    ("efficiency.backward", "Passe arrière, rapportée à la passe avant"),
    ("efficiency.again", "Recalcul dans la passe arrière, rapporté à la passe avant"),
    (
        "efficiency.stream_passes",
        "Lectures et écritures du flux résiduel par couche, normalisations et sommes résiduelles",
    ),
    ("efficiency.score_passes", "Lectures et écritures de chaque score, sans attention fusionnée"),
    (
        "efficiency.operands",
        "Part de la bande passante mémoire à laquelle un produit lit et écrit ses matrices",
    ),
    (
        "efficiency.traffic",
        "Part de la bande passante mémoire qu’atteignent normalisations, activations et optimiseur",
    ),
    ("efficiency.launch", "Temps de lancement d’un opérateur"),
    ("efficiency.expert_operators", "Opérateurs à lancer par couche à experts, hors attention"),
    ("efficiency.static_operators", "Les mêmes, quand rien n’attend l’hôte"),
    ("efficiency.permutations", "Passages en mémoire de chaque token routé, aller et retour"),
    ("efficiency.fixed", "Temps d’un pas qu’aucun opérateur ne prend"),
    ("efficiency.scale_up", "Part de la bande passante scale-up qu’atteint une opération collective"),
    ("efficiency.scale_out", "Part de la bande passante scale-out qu’atteint une opération collective"),
    ("efficiency.scale_up_latency", "Latence d’une opération collective en scale-up"),
    ("efficiency.scale_out_latency", "Latence d’une opération collective sur le réseau"),
    ("efficiency.hidden_tensor", "Part de la communication tensorielle masquée par le calcul"),
    ("efficiency.hidden_expert", "Part de la communication entre experts masquée par le calcul"),
    ("efficiency.hidden_pipeline", "Part de la communication de pipeline masquée par le calcul"),
    (
        "efficiency.first_sharding",
        "Part de la bande passante qu’atteignaient les premiers logiciels à poids répartis",
    ),
    ("efficiency.cover_data", "Calcul pouvant masquer la communication de données, en part d’un microlot"),
    (
        "efficiency.cover_context",
        "Calcul pouvant masquer la communication de contexte, en part de l’attention",
    ),
    (
        "efficiency.straggling",
        "Temps perdu à attendre la puce la plus lente, par doublement du nombre de puces",
    ),
    (
        "efficiency.contention",
        "Ralentissement du calcul par la communication qu’il masque, en part de celle-ci",
    ),
    ("efficiency.growth", "Gain de vitesse annuel dû au logiciel"),
    ("efficiency.doubt", "Durée mesurée d’un pas, rapportée à la durée calculée"),
    ("cluster.pools.#.count", "Nombre de puces"),
    ("cluster.pools.#.peak", "Vitesse de calcul de pointe d’une puce, dense"),
    ("cluster.pools.#.half_peak", "Vitesse de calcul de pointe d’une puce, dense, à 16 bits"),
    ("cluster.pools.#.memory", "Mémoire d’une puce"),
    ("cluster.pools.#.memory_bandwidth", "Bande passante de la mémoire d’une puce"),
    ("cluster.pools.#.scale_up_devices", "Puces reliées par une même interconnexion scale-up"),
    ("cluster.pools.#.scale_up", "Bande passante scale-up d’une puce, par sens"),
    ("cluster.pools.#.scale_out", "Bande passante scale-out d’une puce, par sens"),
    ("cluster.pools.#.tdp", "Enveloppe thermique d’une puce (TDP)"),
    ("cluster.pools.#.server_over_tdp", "Puissance du serveur rapportée au TDP de ses puces"),
    ("cluster.pools.#.price", "Prix d’une puce, part du serveur comprise"),
    ("cluster.pools.#.rent", "Loyer d’une puce à la demande"),
    ("cluster.pools.#.embodied", "Carbone de fabrication d’une puce"),
    ("cluster.it_overhead", "Puissance IT rapportée à celle des serveurs"),
    ("cluster.load", "Facteur de charge IT (puissance moyenne sur nominale)"),
    ("cluster.it_life", "Durée de vie économique du matériel IT"),
    ("cluster.facility_life", "Durée de vie économique du bâtiment et des installations"),
    ("cluster.facility_power", "Puissance du site, annoncée, rapportée ou accordée"),
    ("cluster.it_power", "Puissance IT annoncée ou rapportée, faute de celle du site"),
    ("cluster.budget", "Budget annoncé ou rapporté"),
    ("site.pue", "Efficacité énergétique du site (PUE), moyenne annuelle"),
    ("site.peak_overhead", "Puissance de pointe du site rapportée à la puissance IT nominale"),
    ("site.electricity", "Prix de l’électricité"),
    ("site.carbon", "Intensité carbone moyenne du réseau local"),
    ("site.wue", "Eau consommée sur place par kWh IT (WUE)"),
    ("site.upstream_water", "Eau consommée pour produire l’électricité"),
    ("faults.device_time_per_failure", "Heures-puce par panne interrompant la tâche"),
    ("faults.restart", "Temps de détection, de relance et de rechargement après un arrêt"),
    ("faults.checkpoint_stall", "Pause imposée par un point de reprise"),
    ("finance.network_share", "Part du réseau dans l’investissement IT"),
    ("finance.storage_share", "Stockage, rapporté aux serveurs"),
    ("finance.facility_capex", "Bâtiment et installations, par puissance IT nominale"),
    ("finance.wacc", "Coût du capital, par an"),
    ("finance.compounding", "Échéances de l’annuité par an"),
    ("finance.fixed_operations", "Interventions sur place, support et internet, par puce et mois"),
    ("finance.maintenance", "Maintenance et réparations, part annuelle de l’investissement IT"),
    ("work.attention.weights", "Poids de l’attention, par couche"),
    ("work.attention.flop_per_pair", "FLOP des scores et des valeurs, par token couvert"),
    ("work.attention.query", "Poids produisant les requêtes"),
    ("work.attention.key_value", "Poids produisant les clés et les valeurs"),
    ("work.attention.output", "Poids de la projection de sortie"),
    ("work.dense.weights", "Poids feed-forward des couches denses"),
    ("work.experts.router", "Poids du routeur, par couche"),
    ("work.experts.shared", "Poids des experts communs, par couche"),
    ("work.experts.expert", "Poids d’un expert routé"),
    ("work.experts.weights", "Poids feed-forward des couches à experts"),
    ("work.experts.active", "Poids feed-forward des couches à experts, actifs par token"),
    ("work.embedding", "Poids des plongements"),
    ("work.parameters", "Paramètres"),
    ("work.active_parameters", "Paramètres actifs par token, plongement d’entrée compris"),
    ("work.head", "Poids de la tête de sortie"),
    ("work.multiplied", "Poids multipliés par token, hors plongement d’entrée"),
    ("work.attended", "Tokens couverts par l’attention, moyenne, sans fenêtre"),
    ("work.attended_in_window", "Tokens couverts par l’attention, moyenne, avec fenêtre"),
    ("work.attention_flop", "FLOP des scores et des valeurs, passe avant, par token"),
    ("work.forward", "FLOP de la passe avant, par token"),
    ("work.training", "FLOP du modèle par token d’entraînement, avant et arrière"),
    ("work.rule", "Règle des six\u{202f}: 6 FLOP par paramètre actif et par token"),
    ("work.compute", "Volume de calcul de l’entraînement"),
    ("work.compute_by_rule", "Volume de calcul de l’entraînement, par la règle 6·N·D"),
    ("power.device.#.server", "Puissance du serveur par puce, nominale"),
    ("power.device.#.it", "Puissance IT par puce, nominale"),
    ("power.device.#.facility", "Puissance du site par puce, pointe"),
    ("cost.device.#.it", "Investissement IT par puce\u{202f}: serveur, stockage, installation, réseau"),
    (
        "cost.device.#.facility",
        "Investissement en installations par puce\u{202f}: bâtiment, production sur place, imprévus",
    ),
    ("cost.device.#.capex", "Investissement par puce"),
    ("size.need.#.devices", "Puces du groupe, une seule si le nombre n’est pas publié"),
    ("size.need.#.facility_power", "Puissance du site nécessaire à ces puces"),
    ("size.need.#.it_power", "Puissance IT nécessaire à ces puces"),
    ("size.price.#.devices", "Puces du groupe, une seule si le nombre n’est pas publié"),
    ("size.price.#.capex", "Investissement pour ces puces"),
    ("size.chips.devices", "Nombre de puces publié"),
    ("size.power.per_device", "Puissance du site par puce, moyenne des groupes"),
    ("size.power.devices", "Puces que la puissance du site peut alimenter"),
    ("size.it_power.per_device", "Puissance IT par puce, moyenne des groupes"),
    ("size.it_power.devices", "Puces que la puissance IT peut alimenter"),
    ("size.money.per_device", "Investissement par puce, installations comprises, moyenne des groupes"),
    ("size.money.devices", "Puces que le budget peut payer"),
    ("size.announced.budget_per_power", "Budget annoncé, rapporté à la puissance annoncée"),
    ("size.devices", "Nombre de puces"),
    ("size.pools.#.devices", "Puces du groupe"),
    ("step.cut.replicas", "Répliques du parallélisme de données"),
    ("step.cut.expert_replicas", "Répliques d’un expert"),
    ("step.cut.microbatches", "Microlots d’un pipeline par pas"),
    ("step.cut.tokens", "Tokens d’un microlot sur un groupe tensoriel"),
    ("step.cut.routed", "Tokens d’un microlot qu’une puce envoie aux experts"),
    ("step.cut.local_experts", "Experts d’une couche sur une puce"),
    ("step.cut.expert_tokens", "Tokens d’un microlot que reçoit un expert"),
    ("step.cut.normed", "Part de la largeur du flux résiduel normalisée par une puce"),
    ("step.cut.attended", "Tokens couverts par l’attention telle qu’elle est calculée, moyenne des couches"),
    ("step.rates.software", "Vitesse due au logiciel, rapportée à celle de 2025"),
    ("step.rates.overlap", "Part du recouvrement que le logiciel atteint"),
    ("step.rates.product", "Vitesse des grands produits de matrices à 16 bits"),
    ("step.rates.narrow", "Vitesse des grands produits de matrices, à la précision choisie"),
    ("step.rates.scores", "Vitesse de calcul des scores et des valeurs"),
    ("step.rates.expert", "Vitesse des produits des experts"),
    ("step.rates.operands", "Bande passante à laquelle les produits déplacent leurs matrices"),
    ("step.rates.traffic", "Bande passante des normalisations, des activations et de l’optimiseur"),
    ("step.rates.scale_up", "Bande passante d’une opération collective en scale-up"),
    ("step.rates.scale_out", "Bande passante d’une opération collective sur le réseau"),
    ("step.attention.query", "Temps des requêtes"),
    ("step.attention.keys", "Temps des clés et des valeurs"),
    ("step.attention.projections", "Temps des projections"),
    ("step.attention.key_value", "Largeur des clés et des valeurs d’un token"),
    ("step.attention.width", "Largeur lue et écrite entre les projections"),
    ("step.forward.layers", "Couches d’un étage"),
    ("step.forward.expert_layers", "Couches à experts d’un étage"),
    ("step.forward.dense", "Produits feed-forward d’une couche dense"),
    ("step.forward.shared", "Routeur et experts communs d’une couche à experts"),
    ("step.forward.routed", "Experts routés d’une couche à experts"),
    ("step.forward.products", "Produits de matrices"),
    ("step.forward.scores", "Scores et valeurs"),
    ("step.forward.traffic", "Normalisations, sommes résiduelles et activations"),
    ("step.forward.launches", "Lancements d’opérateurs"),
    ("step.forward.total", "Passe avant, total"),
    ("step.pass.backward", "Passe arrière"),
    ("step.pass.again", "Recalcul dans la passe arrière"),
    ("step.pass.gradients", "Gradients des poids seuls, part de la passe arrière"),
    ("step.pass.head", "Tête de sortie et perte, sur le dernier étage"),
    ("step.pass.stage", "Un microlot sur un étage sans tête de sortie"),
    ("step.pass.average", "Un microlot sur un étage moyen"),
    ("step.pass.slowest", "Un microlot sur l’étage le plus lent"),
    ("step.traffic.reduce", "Un all-reduce du groupe tensoriel"),
    ("step.traffic.tensor", "Communication tensorielle et de séquence, par microlot"),
    ("step.traffic.key_values", "Communication de contexte d’une couche, passe avant"),
    ("step.traffic.context", "Communication de contexte, par microlot"),
    ("step.traffic.near", "Puces d’un groupe d’experts dans un même domaine scale-up"),
    ("step.traffic.exchange", "Un échange de tokens entre experts"),
    ("step.traffic.expert", "Communication entre experts, par microlot"),
    ("step.traffic.hop", "Un transfert entre étages du pipeline"),
    ("step.traffic.pipeline", "Communication de pipeline, par microlot"),
    ("step.shown.tensor", "Communication tensorielle non masquée, par microlot"),
    ("step.shown.context", "Communication de contexte non masquée, par microlot"),
    ("step.shown.expert", "Communication entre experts non masquée, par microlot"),
    ("step.shown.layers", "Communication des couches non masquée, par microlot"),
    (
        "step.shard.weights",
        "Poids par puce, hors experts routés, avant répartition par le parallélisme de données",
    ),
    (
        "step.shard.expert_weights",
        "Poids des experts routés par puce, avant répartition par le parallélisme de données",
    ),
    ("step.shard.sweep", "Un passage de tous les poids dans les groupes de données, à deux octets par poids"),
    ("step.bubble", "Bulle du pipeline"),
    ("step.compute", "Calcul"),
    ("step.imbalance", "Attente de l’étage le plus lent du pipeline"),
    ("step.tensor", "Communication tensorielle et de séquence non masquée"),
    ("step.context", "Communication de contexte non masquée"),
    ("step.expert", "Communication entre experts non masquée"),
    ("step.pipeline", "Communication de pipeline non masquée"),
    ("step.data", "Communication de données non masquée"),
    ("step.idle", "Bulle du pipeline"),
    ("step.optimizer", "Optimiseur"),
    ("step.fixed", "Temps qu’aucun opérateur ne prend"),
    ("step.straggling", "Attente de la puce la plus lente"),
    ("step.computed", "Durée calculée d’un pas"),
    ("step.total", "Durée d’un pas"),
    ("memory.copies", "Copies des poids sur une puce"),
    ("memory.in_flight", "Microlots dont le premier étage garde les activations"),
    ("memory.weights", "Poids"),
    ("memory.gradients", "Gradients"),
    ("memory.optimizer", "Optimiseur"),
    ("memory.whole", "Activations par couche et token que le parallélisme tensoriel ne divise pas"),
    ("memory.attention", "Activations de l’attention, par couche et token"),
    ("memory.scores", "Scores par couche et token, gardés si l’attention n’est ni fusionnée ni recalculée"),
    ("memory.dense", "Activations d’un bloc feed-forward dense, par token"),
    ("memory.experts", "Activations des experts d’une couche, par token"),
    ("memory.layers", "Activations de toutes les couches, par token"),
    ("memory.kept", "Activations gardées pour la passe arrière"),
    (
        "memory.working",
        "Espace de travail\u{202f}: couche recalculée, et logits si l’étage porte la tête de sortie",
    ),
    ("memory.buffers", "Tampons de communication, poids rassemblés et fragmentation"),
    ("memory.total", "Mémoire occupée, total"),
    ("memory.headroom", "Mémoire libre de la puce"),
    ("throughput.pools.#.peak", "Vitesse de calcul de pointe du groupe"),
    ("throughput.pools.#.capped", "Vitesse de pointe du groupe sous son plafond de puissance"),
    ("throughput.capped", "Vitesse de pointe sous les plafonds de puissance des groupes"),
    ("throughput.peak", "Vitesse de calcul de pointe, dense, à la précision choisie"),
    ("throughput.step_compute", "FLOP du modèle par pas"),
    ("throughput.compute", "Volume de calcul, en FLOP du modèle, si l’entraînement ne cesse pas"),
    ("throughput.sustained", "Vitesse de calcul à l’entraînement, en FLOP du modèle"),
    ("throughput.mfu", "Taux d’utilisation pendant l’entraînement (MFU)"),
    ("goodput", "Part utile du temps de l’entraînement"),
    ("duration", "Durée"),
    ("device_time", "Heures-puce"),
    ("reliability.mtbf", "Temps moyen entre arrêts, tâche sur tout le centre de calcul"),
    ("reliability.checkpoint_interval", "Intervalle entre points de reprise, donné ou optimal"),
    ("reliability.checkpoint.size", "Taille d’un point de reprise"),
    ("reliability.checkpoint.write", "Temps d’écriture d’un point de reprise"),
    ("reliability.stall", "Pause imposée à la tâche par un point de reprise"),
    ("reliability.again_per_stop", "Travail refait après un arrêt"),
    ("reliability.wait_per_stop", "Attente de toutes les puces après un arrêt"),
    ("reliability.missing_per_stop", "Temps de toutes les puces que manque le groupe en panne"),
    ("reliability.lost_per_stop", "Temps perdu par arrêt"),
    ("reliability.recompute", "Part du temps perdue à refaire du travail"),
    ("reliability.restart", "Part du temps perdue en relances"),
    ("reliability.degraded", "Part du temps perdue sans le groupe en panne"),
    ("reliability.checkpoints", "Part du temps perdue en points de reprise"),
    ("reliability.components.accelerators", "Temps moyen entre arrêts dus aux accélérateurs"),
    ("reliability.components.memory", "Temps moyen entre arrêts dus à leur mémoire"),
    ("reliability.components.network", "Temps moyen entre arrêts dus au réseau"),
    ("reliability.components.hosts", "Temps moyen entre arrêts dus aux hôtes"),
    ("reliability.components.software", "Part des arrêts due aux logiciels et au reste"),
    ("reliability.repair.taken_out", "Part des puces en réparation"),
    ("reliability.repair.spares", "Puces de réserve qui maintiennent toutes les autres au travail"),
    ("faults.accelerator_share", "Part des accélérateurs dans les pannes"),
    ("faults.memory_share", "Part de leur mémoire dans les pannes"),
    ("faults.network_share", "Part du réseau dans les pannes"),
    ("faults.host_share", "Part de l’hôte dans les pannes"),
    ("faults.checkpoint_bytes", "Octets d’un point de reprise par paramètre"),
    ("faults.checkpoint_bandwidth", "Débit d’écriture d’un point de reprise, si la tâche l’attend en entier"),
    ("faults.checkpoint_interval", "Temps entre points de reprise, si ce n’est le meilleur"),
    ("faults.groups", "Groupes de puces qui tombent en panne séparément"),
    ("faults.regroup", "Attente de tous les groupes quand l’un est tombé en panne"),
    ("faults.server_devices", "Puces retirées quand leur serveur tombe en panne"),
    ("faults.repair", "Temps de réparation du matériel"),
    ("reliability.goodput", "Part de temps utile attendue, tâche sur tout le centre de calcul"),
    ("power.pools.#.it", "Puissance IT du groupe, nominale"),
    ("power.it.rated", "Puissance IT, nominale"),
    ("power.device.#.highest", "Puissance IT par puce, la plus élevée appelée"),
    ("power.pools.#.highest", "Puissance IT du groupe, la plus élevée appelée"),
    ("power.it.highest", "Puissance IT, la plus élevée appelée"),
    ("power.facility.highest", "Puissance du site, la plus élevée appelée"),
    ("network.pools.#.domains", "Domaines scale-up"),
    ("network.pools.#.switches", "Commutateurs des domaines scale-up"),
    ("storage.servers", "Serveurs de stockage"),
    ("storage.capacity", "Capacité du stockage"),
    ("storage.power", "Puissance du stockage"),
    ("storage.power_per_device", "Puissance du stockage, par puce"),
    ("power.pools.#.average", "Puissance IT du groupe, moyenne"),
    ("power.mix.products", "Part du temps passée en produits de matrices et en attention"),
    ("power.mix.memory", "Part du temps limitée par la mémoire"),
    ("power.mix.communication", "Part du temps en communication que le calcul ne masque pas"),
    ("power.mix.waiting", "Part du temps passée à attendre"),
    ("power.work.#.level", "Appel de puissance moyen des classes de travail, avant plafond"),
    ("power.work.#.device", "Puissance d’une puce au travail"),
    ("power.work.#.rest", "Puissance du reste du serveur au travail, par puce"),
    ("power.work.#.server", "Puissance du serveur au travail, par puce"),
    ("power.work.#.load", "Puissance moyenne rapportée à la puissance nominale"),
    ("power.swing.share", "Part d’un pas où toutes les puces communiquent ou attendent à la fois"),
    ("power.swing.power", "Oscillation de la puissance de toutes les puces au cours d’un pas"),
    ("power.swing.battery", "Énergie d’une batterie qui la lisse"),
    ("power.it.average", "Puissance IT appelée, moyenne"),
    ("power.facility.peak", "Puissance appelée par le site, pointe"),
    ("power.facility.average", "Puissance appelée par le site, moyenne"),
    ("energy.it", "Énergie consommée par l’IT"),
    ("energy.facility", "Énergie consommée par le site"),
    ("carbon.operational", "Carbone d’exploitation, selon le réseau local"),
    ("carbon.pools.#.embodied", "Carbone de fabrication des puces du groupe"),
    ("carbon.embodied", "Carbone de fabrication des puces, total"),
    ("carbon.amortised", "Carbone de fabrication des puces, imputé à la période"),
    ("water.onsite", "Eau consommée sur place"),
    ("water.upstream", "Eau consommée pour produire l’électricité"),
    ("cost.energy.total", "Facture d’électricité"),
    ("cost.pools.#.servers", "Serveurs du groupe"),
    ("cost.pools.#.it", "Investissement IT du groupe"),
    ("cost.pools.#.facility", "Investissement en installations, pour le groupe"),
    ("cost.capex.it", "Investissement IT"),
    ("cost.capex.facility", "Investissement en bâtiment et installations"),
    ("cost.capex.total", "Investissement total"),
    ("cost.capex.per_device", "Investissement par puce"),
    ("cost.capex.per_power", "Investissement rapporté à la puissance de pointe du site"),
    ("cost.running.energy", "Électricité"),
    ("cost.running.operations", "Interventions sur place, support et internet"),
    ("cost.running.maintenance", "Maintenance et réparations"),
    ("cost.running.total", "Coût d’exploitation"),
    ("cost.acquisition.total", "Coût d’achat du centre de calcul, en une fois"),
    ("cluster.pools.#.reserved_rent", "Loyer d’une puce réservée un an"),
    ("cluster.pools.#.server_over_chip", "Prix d’un serveur rapporté à celui de ses puces"),
    ("cluster.pools.#.spot_rent", "Loyer d’une puce au prix spot"),
    ("cost.^.development.compute", "Calcul de tout le développement, essais compris"),
    ("cost.^.development.staff", "Personnel du développement"),
    ("cost.^.development.total", "Coût du développement"),
    ("cost.^.it", "Charge de capital du matériel IT"),
    ("cost.^.facility", "Charge de capital des installations"),
    ("cost.^.running", "Coût d’exploitation"),
    ("cost.^.total", "Coût de la période"),
    ("cost.^.failures", "Coût du temps perdu à cause des pannes"),
    ("cost.^.hour.it", "Capital du matériel IT, par heure-puce"),
    ("cost.^.hour.facility", "Capital des installations, par heure-puce"),
    ("cost.^.hour.energy", "Électricité, par heure-puce"),
    ("cost.^.hour.colocation", "Colocation, par heure-puce"),
    ("cost.^.hour.operations", "Personnel, support et entretien, par heure-puce"),
    ("cost.^.hour.maintenance", "Maintenance et réparations, par heure-puce"),
    ("cost.^.hour.software", "Licences logicielles, par heure-puce"),
    ("cost.^.hour.tax", "Taxes, assurances et prix du carbone, par heure-puce"),
    ("cost.^.hour.total", "Coût total de possession (TCO), par heure-puce installée"),
    ("cost.^.hour.levelised", "Coût actualisé du calcul (LCOC), par heure-puce livrée"),
    ("cost.^.hour.sold", "Coût par heure-puce vendue"),
    ("cost.^.hour.per_peak_petaflop_hour", "Coût actualisé d’une heure à un PFLOP/s de pointe"),
    ("cost.^.over_annuity", "Coût rapporté à celui de l’annuité"),
    ("cost.^.per_compute", "Coût par EFLOP du modèle"),
    ("cost.^.per_petaflop_hour", "Coût d’une heure à un PFLOP/s du modèle"),
    ("cost.^.per_device_hour", "Coût par heure-puce"),
    ("cost.^.per_it_power", "Coût par puissance IT nominale et par mois"),
    ("carbon.token.operational", "Carbone opérationnel des tokens, selon le lieu"),
    ("energy.token.device", "Énergie d’un token dans les puces"),
    ("energy.token.facility", "Énergie d’un token dans le centre de calcul"),
    ("energy.token.it", "Énergie d’un token dans tout le matériel informatique"),
    ("energy.token.request", "Énergie d’une requête dans le centre de calcul"),
    ("energy.token.server", "Énergie d’un token dans les serveurs"),
    ("water.token.onsite", "Eau des tokens, consommée sur place"),
    ("water.token.upstream", "Eau des tokens, consommée pour produire l’électricité"),
    ("cost.^.per_cached_token", "Coût par million de tokens d’invite déjà en cache"),
    ("cost.^.per_input_token", "Coût par million de tokens d’invite"),
    ("cost.^.per_output_token", "Coût par million de tokens de réponse, sans les invites"),
    ("cost.^.per_served_token", "Coût par million de tokens de réponse, invites comprises"),
    ("service.answers", "Tokens de réponse sur la période"),
    ("service.asked", "Tokens de réponse demandés, au plus fort de la demande"),
    ("service.average", "Demande moyenne rapportée à la plus forte"),
    ("service.busy", "Demande rapportée à la capacité, en moyenne"),
    (
        "service.cache.flop_per_pair",
        "FLOP d’un token de réponse pour chaque token pris en compte, dans une couche",
    ),
    ("service.cache.numbers", "Nombres gardés d’un token dans une couche"),
    ("service.cache.sharers", "Puces qui peuvent se les partager"),
    ("service.cached", "Tokens d’invite déjà en cache, sur la période"),
    ("service.capacity", "Tokens de réponse, à pleine capacité"),
    ("service.decode.collectives", "Temps des opérations collectives"),
    ("service.decode.drafting", "Temps des ébauches"),
    ("service.decode.expert_rows", "Tokens calculés par le produit d’un expert, remplissage compris"),
    ("service.decode.gained", "Tokens qu’une séquence gagne par pas, en moyenne"),
    ("service.decode.hit", "Experts d’une couche qui sont sollicités"),
    ("service.decode.host", "Temps de l’hôte"),
    ("service.decode.keys", "Temps de lecture des clés et valeurs"),
    ("service.decode.layers", "Temps des couches, en plus"),
    ("service.decode.products", "Temps des produits matriciels"),
    ("service.decode.rows", "Tokens d’un microlot dans un groupe, ébauches comprises"),
    ("service.decode.sequences", "Séquences d’un microlot dans un groupe"),
    ("service.decode.total", "Temps d’un pas, sans les invites"),
    ("service.decode.weights", "Temps de lecture des poids"),
    ("service.needed", "Puces que la demande exige"),
    ("service.pace.device", "Débit d’une puce"),
    ("service.pace.first_token", "Délai avant le premier token"),
    ("service.pace.per_token", "Délai entre les tokens d’une réponse"),
    ("service.pace.prompts", "Temps des invites dans un pas"),
    ("service.pace.replica_rate", "Débit d’une réplique"),
    ("service.pace.step", "Temps d’un pas"),
    ("service.pace.user", "Débit par utilisateur"),
    ("service.peak", "Demande la plus forte rapportée à la capacité"),
    (
        "service.prefill.attended",
        "Tokens qu’un token de l’invite prend en compte, en moyenne sur les couches",
    ),
    ("service.prefill.collectives", "Temps des opérations collectives d’une invite"),
    ("service.prefill.computed", "Tokens d’une invite qui sont calculés"),
    ("service.prefill.products", "Temps des produits matriciels d’une invite"),
    ("service.prefill.total", "Temps d’une invite"),
    ("service.prefill.work", "FLOP d’une invite"),
    ("service.prompt_share", "Part du temps des puces consacrée aux invites"),
    ("service.prompts", "Tokens d’invite calculés, sur la période"),
    ("service.rates.fabric", "Bande passante entre les puces d’une réplique"),
    ("service.rates.memory", "Bande passante de lecture des poids et du cache"),
    ("service.rates.product", "Débit des produits matriciels"),
    ("service.readers", "Répliques qui ne lisent que des invites"),
    ("service.replica.attended", "Le même, en moyenne sur les couches"),
    ("service.replica.common", "Poids que chaque token utilise"),
    (
        "service.replica.context",
        "Tokens qu’un token prend en compte dans une couche entière, en moyenne sur une réponse",
    ),
    ("service.replica.devices", "Puces d’une réplique"),
    ("service.replica.groups", "Groupes de parallélisme tensoriel dans un étage"),
    ("service.replica.kept", "Clés et valeurs d’une séquence, sur une puce de son groupe"),
    ("service.replica.most", "Séquences que la mémoire d’une réplique peut contenir"),
    ("service.replica.room", "Mémoire d’une puce qui reste pour les clés et valeurs"),
    ("service.replica.routed", "Poids des experts routés"),
    ("service.replica.sequences", "Séquences simultanées d’une réplique"),
    ("service.replica.span", "Puces d’un étage"),
    ("service.replica.weights", "Poids sur une puce"),
    ("service.replicas", "Répliques qui répondent"),
    ("service.requests", "Requêtes, à pleine capacité"),
    ("service.served", "Tokens de réponse, en moyenne"),
    ("service.users", "Utilisateurs au débit promis, à pleine capacité"),
    ("serving.accepted", "Part des tokens ébauchés qui sont acceptés"),
    ("serving.batch", "Séquences simultanées d’une réplique"),
    ("serving.cache_bytes", "Octets d’un nombre dans le cache des clés et valeurs"),
    ("serving.cached", "Part d’une invite déjà en cache"),
    ("serving.draft_time", "Temps d’ébauche d’un token, rapporté à celui d’un pas"),
    ("serving.drafted", "Tokens ébauchés d’avance dans un pas (décodage spéculatif)"),
    ("serving.duration", "Durée du service"),
    ("serving.expert", "Degré de parallélisme d’experts"),
    ("serving.first_token", "Délai promis avant le premier token"),
    ("serving.output", "Tokens d’une réponse"),
    ("serving.pipeline", "Étages du pipeline"),
    ("serving.prefill_devices", "Part des puces réservée aux invites (préremplissage séparé)"),
    ("serving.prompt", "Tokens d’une invite"),
    ("serving.requests", "Requêtes, au plus fort de la demande"),
    ("serving.reserved", "Part de la mémoire d’une puce qui n’est ni poids ni cache"),
    ("serving.tensor", "Degré de parallélisme tensoriel"),
    ("serving.trough", "Demande de l’heure la plus calme, rapportée à la plus chargée"),
    ("serving.user_rate", "Débit promis à chaque utilisateur"),
    ("serving.users", "Utilisateurs servis en même temps, au plus fort de la demande"),
    ("serving.weekend", "Demande d’un jour de fin de semaine, rapportée à un jour ouvré"),
    ("serving.weight_bytes", "Octets d’un poids"),
    ("serving_efficiency.apart", "Tokens qui choisissent leurs experts indépendamment, en part du total"),
    ("serving_efficiency.doubt", "Temps d’un pas mesuré, rapporté au temps calculé"),
    ("serving_efficiency.expert_layer", "Temps d’une couche à experts, en plus"),
    (
        "serving_efficiency.fabric",
        "Part de la bande passante entre puces qu’une opération collective atteint",
    ),
    ("serving_efficiency.host", "Temps de l’hôte dans un pas"),
    ("serving_efficiency.latency", "Latence d’une opération collective, à chaque doublement de ses puces"),
    ("serving_efficiency.layer", "Temps d’une couche hors produits, mémoire et communications"),
    ("serving_efficiency.memory", "Part de la bande passante mémoire à laquelle poids et cache sont lus"),
    ("serving_efficiency.product", "Part du débit de pointe que les produits atteignent"),
    ("serving_efficiency.sequence", "Temps de l’hôte dans un pas, par séquence"),
    ("serving_efficiency.shared_layer", "Temps des experts partagés, en plus"),
    ("serving_efficiency.tile", "Tokens auxquels le produit d’un expert est complété"),
    ("cost.^.per_token", "Coût par million de tokens d’entraînement"),
    ("cost.^.per_year", "Coût par an"),
    ("cost.annuity.charged.it", "Part du capital IT imputée, annuité"),
    ("cost.annuity.charged.facility", "Part du capital des installations imputée, annuité"),
    ("cost.straight_line.charged.it", "Part du capital IT imputée, amortissement linéaire"),
    (
        "cost.straight_line.charged.facility",
        "Part du capital des installations imputée, amortissement linéaire",
    ),
    ("cost.decay.charged.it", "Part du capital IT imputée, obsolescence"),
    ("cost.decay.charged.facility", "Part du capital des installations imputée, obsolescence"),
    ("cost.capex.chips", "Puces"),
    ("cost.capex.hosts", "Reste des serveurs"),
    ("cost.capex.storage", "Stockage"),
    ("cost.capex.installation", "Services, installation et premiers logiciels"),
    ("cost.capex.network", "Réseau"),
    ("cost.capex.building", "Bâtiment et équipements"),
    ("cost.capex.site_power", "Production d’électricité sur place"),
    ("cost.capex.contingency", "Imprévus"),
    ("cost.capex.per_it_power", "Investissement rapporté à la puissance IT nominale"),
    ("cost.capital.wacc", "Coût du capital par an, donné ou pondéré"),
    ("cost.capital.rate", "Coût réel du capital par an"),
    ("cost.energy.charge", "Électricité consommée"),
    ("cost.energy.demand", "Prime de puissance"),
    ("cost.pools.#.chips", "Puces du groupe"),
    ("cost.pools.#.hosts", "Reste des serveurs du groupe"),
    ("cost.pools.#.storage", "Stockage du groupe"),
    ("cost.pools.#.installation", "Services, installation et premiers logiciels du groupe"),
    ("cost.pools.#.network", "Réseau du groupe"),
    ("cost.pools.#.building", "Bâtiment et équipements, pour le groupe"),
    ("cost.pools.#.site_power", "Production d’électricité sur place, pour le groupe"),
    ("cost.pools.#.contingency", "Imprévus, pour le groupe"),
    ("cost.rental.pools.#.total", "Loyer du groupe sur la période, à la demande"),
    ("cost.reserved.pools.#.total", "Loyer du groupe sur la période, réservé"),
    ("cost.spot.pools.#.total", "Loyer du groupe sur la période, au prix spot"),
    ("cost.running.colocation", "Colocation"),
    ("cost.running.facility", "Personnel, sécurité et entretien du site"),
    ("cost.running.software", "Licences logicielles"),
    ("cost.running.tax", "Taxe foncière"),
    ("cost.running.insurance", "Assurance"),
    ("decision.rent_or_buy.rent", "Loyer à la demande, par heure-puce"),
    ("decision.rent_or_buy.running", "Coût d’exploitation, par heure-puce"),
    ("decision.rent_or_buy.break_even_use", "Usage à partir duquel l’achat revient moins cher"),
    (
        "decision.rent_or_buy.break_even_time",
        "Durée à partir de laquelle l’achat revient moins cher, à l’usage prévu",
    ),
    (
        "decision.rent_or_buy.break_even_utilisation",
        "Taux d’usage au-dessus duquel l’achat revient moins cher",
    ),
    ("decision.yearly.revenue", "Loyer annuel des heures vendues, au prix d’aujourd’hui"),
    ("decision.yearly.running", "Coût d’exploitation par an"),
    ("decision.years.#.investment", "Achats et remplacements"),
    ("decision.years.#.revenue", "Loyer des heures vendues"),
    ("decision.years.#.running", "Coût d’exploitation"),
    ("decision.years.#.sale", "Revente de ce qui reste"),
    ("decision.years.#.net", "Flux de trésorerie"),
    ("decision.years.#.present", "Flux de trésorerie actualisé"),
    ("decision.npv", "Valeur actuelle nette (VAN)"),
    ("decision.payback", "Délai de récupération"),
    ("decision.discounted_payback", "Délai de récupération actualisé"),
    ("decision.irr", "Taux de rendement interne (TRI)"),
    ("decision.lease.break_even", "Crédit-bail au prix duquel louer le matériel IT revient à l’acheter"),
    ("decision.lease.saved", "Économie du crédit-bail sur la vie du matériel IT"),
    ("finance.installation_share", "Services, installation et premiers logiciels, rapportés aux serveurs"),
    ("finance.site_power_capex", "Production sur place, par puissance de pointe du site"),
    ("finance.contingency", "Imprévus, rapportés aux installations et à la production sur place"),
    ("finance.debt_share", "Part de la dette dans le capital"),
    ("finance.debt_rate", "Intérêt de la dette, par an"),
    ("finance.equity_rate", "Rendement des fonds propres, par an"),
    ("finance.inflation", "Inflation contenue dans le coût du capital, par an"),
    ("finance.year", "Heures d’une année comptable"),
    ("finance.residual", "Valeur du matériel IT en fin de vie, rapportée à son prix"),
    ("finance.facility_residual", "Valeur des installations en fin de vie, rapportée à leur prix"),
    ("finance.price_decay", "Baisse du prix du matériel à performance égale, en ordres de grandeur par an"),
    ("finance.age", "Âge du matériel IT au début"),
    ("finance.colocated", "Part du matériel IT en colocation"),
    ("finance.colocation_rent", "Loyer de la puissance IT nominale en colocation"),
    ("finance.facility_operations", "Personnel, sécurité et entretien du site, par puissance IT nominale"),
    ("finance.software", "Licences logicielles, par puce et par an"),
    ("finance.property_tax", "Taxe foncière, part annuelle de l’investissement"),
    ("finance.insurance", "Assurance, part annuelle de l’investissement"),
    ("finance.spares", "Part des puces gardées en réserve"),
    ("finance.sold", "Part des heures livrées qui est vendue ou utilisée"),
    ("finance.experiments", "Calcul de tout le développement rapporté à l’entraînement final"),
    ("finance.staff_share", "Part du personnel dans le coût du développement"),
    ("finance.staff", "Coût du personnel d’un développement"),
    ("finance.rent_drift", "Variation des loyers par an"),
    ("finance.horizon", "Années considérées pour un investissement"),
    ("finance.lease", "Loyer d’une puce en crédit-bail, pour la vie du matériel IT"),
    ("money.rate", "Dollars pour une unité de la monnaie"),
    ("money.rate_year", "Année du cours moyen retenu, si aucun n’est donné"),
    ("money.price_level", "Niveau des prix affichés rapporté à celui des prix donnés"),
    ("money.prices_of", "Année des prix donnés"),
    ("money.price_year", "Année des prix affichés"),
    ("site.demand_charge", "Prime de puissance, sur la pointe du site"),
    ("site.peak_share", "Part de l’énergie consommée en heures de pointe"),
    ("site.peak_price", "Prix de l’électricité en heures de pointe, rapporté aux autres heures"),
    ("cluster.draw.products", "Appel de puissance des produits de matrices et de l’attention"),
    (
        "cluster.draw.memory",
        "Appel de puissance de ce que limite la mémoire (normes, activations, optimiseur)",
    ),
    ("cluster.draw.communication", "Appel de puissance de la communication que le calcul ne masque pas"),
    ("cluster.draw.waiting", "Appel de puissance de l’attente"),
    (
        "cluster.draw.reached",
        "Part de la vitesse de pointe en produits de matrices, faute de pas chronométré",
    ),
    ("cluster.draw.rest", "Part de la puissance nominale du reste du serveur appelée au travail"),
    ("cluster.pools.#.idle", "Puissance d’une puce qui attend du travail"),
    ("cluster.pools.#.cap", "Plafond de puissance d’une puce"),
    (
        "cluster.network.counted",
        "Réseau et stockage comptés à la place du facteur sur les serveurs et de leur part du prix (1 si oui)",
    ),
    ("cluster.storage.servers", "Serveurs de stockage par puce"),
    ("cluster.storage.server_capacity", "Capacité d’un serveur de stockage"),
    ("cluster.storage.server_power", "Puissance d’un serveur de stockage"),
    ("site.fixed_overhead", "Part du surcroît du site, à charge nominale, qui reste à toute charge"),
    ("cluster.network.short_optics_power", "Puissance d’une extrémité optique sur fibre multimode (50 m)"),
    ("cluster.network.short", "Part des liaisons optiques à portée de fibre multimode"),
    ("cluster.pools.#.scale_up_switches", "Commutateurs d’un domaine scale-up"),
    ("cluster.network.ports", "Ports d’un commutateur"),
    ("cluster.network.links", "Liens d’une puce vers le réseau"),
    ("cluster.network.rails", "Rails\u{202f}: puces d’un serveur, chacune avec son propre plan"),
    ("cluster.network.tiers", "Étages de commutateurs, si ce n’est le minimum"),
    ("cluster.network.oversubscription", "Liens entrant dans un commutateur de base, rapportés aux sortants"),
    ("cluster.network.switch_power", "Puissance d’un commutateur, sans ses optiques"),
    ("cluster.network.optics_power", "Puissance d’une extrémité optique"),
    ("cluster.network.copper", "Part des liens de puces en cuivre"),
    ("cluster.network.switch_price", "Prix d’un commutateur"),
    ("cluster.network.link_price", "Prix d’un lien, optiques comprises"),
    ("network.endpoints", "Liens de puces vers le réseau"),
    ("network.tiers", "Étages de commutateurs"),
    ("network.leaf", "Commutateurs de base"),
    ("network.spine", "Commutateurs du milieu"),
    ("network.core", "Commutateurs du sommet"),
    ("network.switches", "Commutateurs"),
    ("network.trunks", "Câbles entre commutateurs"),
    ("network.cables", "Câbles"),
    ("network.optical_ends", "Extrémités optiques de câbles"),
    ("network.power", "Puissance des commutateurs et des optiques"),
    ("network.power_per_device", "Puissance du réseau par puce"),
    ("network.capex", "Prix des commutateurs, câbles et optiques"),
    ("network.capex_per_device", "Prix du réseau par puce"),
    ("others.pools.#.rated", "Puissance nominale des puces du groupe sur la période"),
    ("others.pools.#.memory", "Mémoire des puces sur la période, selon Green Algorithms"),
    ("others.mlco2", "Énergie selon ML CO2 Impact\u{202f}: puissance nominale des puces, rien de plus"),
    (
        "others.green_algorithms",
        "Énergie selon Green Algorithms\u{202f}: puces et mémoire, dans un centre dont rien n’est connu",
    ),
    (
        "others.epoch",
        "Énergie selon la règle d’Epoch AI pour la pointe, tout le temps\u{202f}: puces, serveurs, site spécialisé",
    ),
    (
        "others.llmcarbon",
        "Énergie selon LLMCarbon, à qui l’on donne la puissance moyenne des serveurs\u{202f}: celle-ci, la durée et le PUE, sans le réseau",
    ),
    ("others.ours_over_llmcarbon", "Notre résultat rapporté à celui de LLMCarbon"),
    ("others.llmcarbon_carbon", "Carbone selon LLMCarbon"),
    ("others.ours_over_mlco2", "Notre résultat rapporté à celui de ML CO2 Impact"),
    ("others.ours_over_green_algorithms", "Notre résultat rapporté à celui de Green Algorithms"),
    ("others.ours_over_epoch", "Notre résultat rapporté à celui de la règle d’Epoch AI"),
    ("others.mlco2_carbon", "Carbone selon ML CO2 Impact"),
    ("others.green_algorithms_carbon", "Carbone selon Green Algorithms"),
    ("others.epoch_carbon", "Carbone selon la règle d’Epoch AI"),
    ("site.market_carbon", "Intensité carbone de l’électricité selon le marché"),
    ("site.marginal_carbon", "Intensité carbone marginale du réseau"),
    ("site.carbon_price", "Prix du carbone, sur l’électricité selon le réseau local"),
    ("cluster.server_embodied", "Carbone de fabrication du reste d’un serveur, par puce"),
    ("cluster.building_embodied", "Carbone de construction du site, par puissance IT nominale"),
    ("carbon.market", "Carbone d’exploitation, selon le marché"),
    ("carbon.marginal", "Carbone d’exploitation, selon le réseau local, à la marge"),
    ("carbon.servers", "Carbone de fabrication du reste des serveurs"),
    ("carbon.building", "Carbone de construction du site"),
    ("carbon.built_amortised", "Carbone de fabrication des serveurs et du site, imputé à la période"),
    ("cost.running.carbon", "Prix du carbone"),
    ("site.fuel_price", "Prix du gaz naturel livré"),
    ("site.fuel_carbon", "Carbone de la combustion du gaz naturel"),
    ("site.fuel_upstream", "Carbone de l’extraction et du transport du gaz naturel, fuites comprises"),
    ("site.stored", "Part de l’énergie du site qui passe par des batteries"),
    ("site.storage_efficiency", "Énergie rendue par les batteries, rapportée à celle qu’elles reçoivent"),
    (
        "site.covered_peak",
        "Part de la pointe du site que couvrent les sources sur place, et qui ne paie pas de prime de puissance",
    ),
    ("site.sources.#.share", "Part de l’énergie que livre la source"),
    ("site.sources.#.efficiency", "Électricité rapportée au pouvoir calorifique supérieur du combustible"),
    ("site.sources.#.carbon", "Intensité carbone sur le cycle de vie, si ce n’est celle du combustible"),
    ("site.sources.#.direct_carbon", "Intensité carbone à la cheminée, si ce n’est celle du combustible"),
    ("site.sources.#.price", "Prix de son énergie, sans le combustible"),
    ("site.sources.#.upstream_water", "Eau consommée pour produire son électricité"),
    ("supply.shares", "Parts des sources, ensemble"),
    ("supply.lost", "Énergie perdue dans les batteries"),
    ("supply.energy", "Énergie que livrent les sources"),
    ("supply.sources.#.energy", "Énergie de la source"),
    ("supply.sources.#.fuel", "Gaz que brûle la source, en pouvoir calorifique supérieur"),
    ("supply.sources.#.cost", "Coût de l’énergie de la source"),
    ("supply.sources.#.direct", "Carbone direct de la source"),
    ("supply.sources.#.life_cycle", "Carbone de la source sur son cycle de vie"),
    ("supply.sources.#.water", "Eau consommée pour l’énergie de la source"),
    ("supply.fuel", "Gaz que brûle le mélange, en pouvoir calorifique supérieur"),
    ("supply.cost", "Coût de l’énergie du mélange"),
    ("supply.price", "Prix de l’énergie du mélange, rapporté à celle du site"),
    ("supply.direct", "Carbone direct du mélange"),
    ("supply.life_cycle", "Carbone du mélange sur son cycle de vie"),
    ("supply.carbon", "Intensité carbone du mélange, rapportée à l’énergie du site"),
    ("supply.water", "Eau consommée pour l’énergie du mélange"),
    ("supply.upstream_water", "Eau de l’électricité du mélange, rapportée à l’énergie du site"),
    ("scaling.law.irreducible", "Perte qui reste avec une infinité de paramètres et de tokens"),
    ("scaling.law.parameter_factor", "Facteur de la part des paramètres dans la perte"),
    ("scaling.law.parameter_exponent", "Exposant de la part des paramètres dans la perte"),
    ("scaling.law.token_factor", "Facteur de la part des tokens dans la perte"),
    ("scaling.law.token_exponent", "Exposant de la part des tokens dans la perte"),
    ("scaling.law.flop", "FLOP d’entraînement par paramètre et par token, comme la loi les compte"),
    ("scaling.optimal.growth", "Puissance du calcul selon laquelle croît le meilleur nombre de paramètres"),
    ("scaling.optimal.scale", "Meilleur nombre de paramètres à un FLOP par paramètre et par token"),
    ("scaling.optimal.parameters", "Paramètres du modèle optimal pour le calcul"),
    ("scaling.optimal.tokens", "Tokens du modèle optimal pour le calcul"),
    ("scaling.optimal.loss", "Perte du modèle optimal pour le calcul"),
    ("scaling.tokens_per_parameter", "Tokens par paramètre"),
    ("scaling.loss", "Perte de l’entraînement"),
    ("scaling.excess", "Perte de l’entraînement au-delà du modèle optimal"),
];

/// The fields of the catalogue's entries, by their names; pages have their own.
#[cfg(not(feature = "wasm"))]
#[rustfmt::skip]
const FIELDS: &[(&str, &str)] = &[
    ("peak #", "pointe en #"),
    ("climate zone #", "Zone climatique #"),
    ("id", "identifiant"),
    ("name", "nom"),
    ("owner", "propriétaire"),
    ("date", "date"),
    ("devices", "puces"),
    ("devices, range", "puces, plage"),
    ("facility_power", "puissance du site"),
    ("it_power", "puissance informatique"),
    ("power_basis", "ce que vaut la puissance"),
    ("power_note", "remarque sur la puissance"),
    ("budget", "budget"),
    ("budget_note", "remarque sur le budget"),
    ("location", "lieu"),
    ("grid", "réseau"),
    ("status", "état"),
    ("last stage of the site", "dernière étape du site"),
    ("a run on a cluster listed elsewhere", "un entraînement sur un centre décrit ailleurs"),
    ("released", "sortie"),
    ("bf16", "pointe en BF16"),
    ("memory", "mémoire"),
    ("tdp", "TDP"),
    ("price", "prix"),
    ("vendor", "fabricant"),
    ("process", "procédé"),
    ("memory_type", "type de mémoire"),
    ("memory_bandwidth", "débit de la mémoire"),
    ("scale_up_devices", "puces d’un domaine rapide"),
    ("scale_up_bidirectional", "débit du domaine rapide, deux sens"),
    ("scale_up_unidirectional", "débit du domaine rapide, un sens"),
    ("scale_out", "débit entre domaines"),
    ("idle", "puissance au repos"),
    ("price_note", "remarque sur le prix"),
    ("rent, low", "loyer, bas"),
    ("rent, median", "loyer, médian"),
    ("rent, high", "loyer, haut"),
    ("rent, date", "loyer, date"),
    ("embodied", "carbone de fabrication"),
    ("embodied_note", "remarque sur le carbone de fabrication"),
    ("developer", "concepteur"),
    ("parameters", "paramètres"),
    ("active", "paramètres actifs"),
    ("active parameters", "paramètres actifs"),
    ("tokens", "tokens"),
    ("compute", "calcul"),
    ("context", "contexte"),
    ("layers", "couches"),
    ("hidden", "taille cachée"),
    ("heads", "têtes"),
    ("kv_heads", "têtes clé-valeur"),
    ("head_dim", "taille d’une tête"),
    ("ffn", "taille du réseau dense"),
    ("ffn_matrices", "matrices du réseau dense"),
    ("vocab", "vocabulaire"),
    ("embeddings", "plongements"),
    ("positions", "positions"),
    ("extra", "autres paramètres"),
    ("window_layers", "couches à fenêtre"),
    ("window", "fenêtre"),
    ("expert_layers", "couches à experts"),
    ("experts", "experts"),
    ("active_experts", "experts actifs"),
    ("expert_ffn", "taille d’un expert"),
    ("shared_experts", "experts partagés"),
    ("shared_ffn", "taille de l’expert partagé"),
    ("kv_rank", "rang des clés et valeurs"),
    ("qk_nope", "taille de clé sans positions"),
    ("qk_rope", "taille de clé avec positions"),
    ("v_head", "taille d’une valeur"),
    ("q_rank", "rang des requêtes"),
    ("carbon", "carbone"),
    ("basis", "base"),
    ("industrial_price", "prix pour l’industrie"),
    ("commercial_price", "prix pour le commerce"),
    ("level", "échelon"),
    ("country", "pays"),
    ("carbon_year", "année du carbone"),
    ("accelerator", "accélérateur"),
    ("max_power", "puissance maximale"),
    ("typical_power", "puissance typique"),
    ("first", "première étape"),
    ("last", "dernière étape"),
    ("clusters", "centres de calcul"),
    ("shares", "parts"),
    ("efficiency", "rendement"),
    ("direct_carbon", "carbone sur place"),
    ("life_cycle", "carbone du cycle de vie"),
    ("price_without_fuel", "prix sans combustible"),
    ("water", "eau"),
    ("upstream_water", "eau de la centrale"),
    ("pue", "PUE"),
    ("wue", "WUE"),
    ("provider", "fournisseur"),
    ("term", "durée"),
    ("rent", "loyer"),
    ("server_over_tdp", "serveur sur TDP"),
];
#[cfg(feature = "wasm")]
const FIELDS: &[(&str, &str)] = &[];

/// What stands in fields that are one of few words.
#[rustfmt::skip]
const FIELD_VALUES: &[(&str, &str)] = &[
    ("existing", "en service"), ("planned", "prévu"), ("reported", "rapporté"), ("stated", "déclarée"), ("surveyed", "relevée"),
    ("formula", "calculée"), ("country", "pays"), ("region", "région"), ("state", "État"), ("subregion", "sous-région"),
    ("yes", "oui"), ("no", "non"),
];

/// Phrases of the definitions of functions, the longer ones first.
#[rustfmt::skip]
const PHRASES: &[(&str, &str)] = &[
    ("the years after which the flows have summed to 0, the last of them in part; ∞ if they never do",
     "les années après lesquelles la somme des flux revient à 0, la dernière en partie, sinon ∞"),
    ("the r for which", "le r pour lequel"),
    ("; else ", "\u{202f}; sinon "), (", else ", ", sinon "), (" if ", " si "), (" is known", " est connu"), (" is —", " est —"),
    (" is whole", " est entier"), (", with ", ", avec "), (" and ", " et "), (" or ", " ou "), ("1 device", "1 puce"), ("1 yr", "1 an"),
    ("; ", "\u{202f}; "), ("\u{202f}\u{202f}", "\u{202f}"),
];

/// Entries of the catalogue that have a French name, by id.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("1a", "très chaude et humide, comme Miami"),
    ("2a", "chaude et humide, comme Houston"),
    ("2b", "chaude et sèche, comme Phoenix"),
    ("3a", "douce et humide, comme Atlanta"),
    ("3b", "douce et sèche, comme Las Vegas"),
    ("3c", "douce, en bord de mer, comme San Francisco"),
    ("4a", "moyenne et humide, comme Baltimore"),
    ("4b", "moyenne et sèche, comme Albuquerque"),
    ("4c", "moyenne, en bord de mer, comme Seattle"),
    ("5a", "fraîche et humide, comme Chicago"),
    ("5b", "fraîche et sèche, comme Denver"),
    ("6a", "froide et humide, comme Minneapolis"),
    ("6b", "froide et sèche, comme Helena"),
    ("7", "très froide, comme Duluth"),
    ("8", "subarctique, comme Fairbanks"),
    ("air-economizer", "Air extérieur avec refroidissement adiabatique, secours par groupes à condensation par eau"),
    ("air-tower", "Air, eau glacée avec refroidissement naturel et tours"),
    ("air-dry", "Air, aéroréfrigérants adiabatiques, secours par groupes à condensation par air"),
    ("liquid-tower", "Liquide jusqu’à la puce, refroidissement naturel et tours"),
    ("liquid-dry", "Liquide jusqu’à la puce, aéroréfrigérants adiabatiques"),
    ("air-chiller", "Air, groupes à condensation par air sans refroidissement naturel, comme sur les sites moyens"),
    ("grid", "Le réseau du site"),
    ("gas-turbine", "Turbine à gaz, cycle simple"),
    ("gas-turbine-small", "Petite turbine à gaz, cycle simple"),
    ("gas-engine", "Moteur à gaz, 2 à 4,5 MW"),
    ("combined-cycle", "Gaz, cycle combiné"),
    ("solar", "Solaire, grandes centrales photovoltaïques"),
    ("wind", "Éolien à terre"),
    ("hydro", "Hydroélectricité"),
    ("nuclear", "Nucléaire, sous contrat"),
    ("memphis-2024-07", "Memphis, juillet 2024\u{202f}: moteurs à gaz à côté de 8 MW du réseau"),
    ("memphis-2024", "Memphis, d’août 2024 à avril 2025\u{202f}: turbines avant le poste électrique"),
    ("abilene-permit", "Abilene\u{202f}: la centrale à gaz du permis à côté du réseau"),
    ("are", "Émirats arabes unis"),
    ("arg", "Argentine"),
    ("arm", "Arménie"),
    ("aus", "Australie"),
    ("aut", "Autriche"),
    ("aze", "Azerbaïdjan"),
    ("bel", "Belgique"),
    ("bgr", "Bulgarie"),
    ("bhr", "Bahreïn"),
    ("bih", "Bosnie-Herzégovine"),
    ("blr", "Biélorussie"),
    ("bol", "Bolivie"),
    ("bra", "Brésil"),
    ("btn", "Bhoutan"),
    ("che", "Suisse"),
    ("chl", "Chili"),
    ("chn", "Chine"),
    ("civ", "Côte d’Ivoire"),
    ("cmr", "Cameroun"),
    ("cod", "République démocratique du Congo"),
    ("col", "Colombie"),
    ("cze", "Tchéquie"),
    ("deu", "Allemagne"),
    ("dnk", "Danemark"),
    ("dom", "République dominicaine"),
    ("dza", "Algérie"),
    ("ecu", "Équateur"),
    ("egy", "Égypte"),
    ("esp", "Espagne"),
    ("est", "Estonie"),
    ("eth", "Éthiopie"),
    ("fin", "Finlande"),
    ("gbr", "Royaume-Uni"),
    ("geo", "Géorgie"),
    ("grc", "Grèce"),
    ("hrv", "Croatie"),
    ("hun", "Hongrie"),
    ("idn", "Indonésie"),
    ("ind", "Inde"),
    ("irl", "Irlande"),
    ("irq", "Irak"),
    ("isl", "Islande"),
    ("isr", "Israël"),
    ("ita", "Italie"),
    ("jor", "Jordanie"),
    ("jpn", "Japon"),
    ("kgz", "Kirghizistan"),
    ("khm", "Cambodge"),
    ("kor", "Corée du Sud"),
    ("kwt", "Koweït"),
    ("lbn", "Liban"),
    ("lby", "Libye"),
    ("lva", "Lettonie"),
    ("mar", "Maroc"),
    ("mex", "Mexique"),
    ("mmr", "Birmanie"),
    ("mng", "Mongolie"),
    ("mys", "Malaisie"),
    ("nld", "Pays-Bas"),
    ("nor", "Norvège"),
    ("npl", "Népal"),
    ("nzl", "Nouvelle-Zélande"),
    ("per", "Pérou"),
    ("pol", "Pologne"),
    ("pri", "Porto Rico"),
    ("prk", "Corée du Nord"),
    ("rou", "Roumanie"),
    ("rus", "Russie"),
    ("sau", "Arabie saoudite"),
    ("sdn", "Soudan"),
    ("sgp", "Singapour"),
    ("srb", "Serbie"),
    ("svk", "Slovaquie"),
    ("svn", "Slovénie"),
    ("swe", "Suède"),
    ("syr", "Syrie"),
    ("tha", "Thaïlande"),
    ("tjk", "Tadjikistan"),
    ("tkm", "Turkménistan"),
    ("tto", "Trinité-et-Tobago"),
    ("tun", "Tunisie"),
    ("tur", "Turquie"),
    ("twn", "Taïwan"),
    ("tza", "Tanzanie"),
    ("usa", "États-Unis"),
    ("uzb", "Ouzbékistan"),
    ("zaf", "Afrique du Sud"),
    ("zmb", "Zambie"),
    ("us-ca", "Californie"),
    ("us-dc", "District de Columbia"),
    ("us-fl", "Floride"),
    ("us-ga", "Géorgie (États-Unis)"),
    ("us-hi", "Hawaï"),
    ("us-la", "Louisiane"),
    ("us-nm", "Nouveau-Mexique"),
    ("us-nc", "Caroline du Nord"),
    ("us-nd", "Dakota du Nord"),
    ("us-pa", "Pennsylvanie"),
    ("us-sc", "Caroline du Sud"),
    ("us-sd", "Dakota du Sud"),
    ("us-va", "Virginie"),
    ("us-wv", "Virginie-Occidentale"),
    ("us-egrid", "États-Unis (eGRID)"),
    ("eu27", "Union européenne, hors ménages"),
];

/// Words that stand in charts alone.
pub(super) const CHART_WORDS: &[(&str, &str)] = &[
    ("source", "Source"),
    ("foot-edition", "édition du catalogue"),
    ("foot-ranges", "les intervalles couvrent 90\u{202f}%"),
    ("foot-medians", "entrées à leur médiane"),
    ("foot-fan", "les bandes couvrent 50\u{202f}% et 90\u{202f}%"),
    ("foot-spreads", "les barres couvrent 50\u{202f}%, les traits 90\u{202f}%"),
    ("foot-draws", "du 1er au 99e centile"),
    ("foot-frontier", "sur la ligne\u{202f}: nul ne fait mieux sur les deux\u{202f}; croix\u{202f}: dépassé"),
    ("more-rows", "et # autres dans le tableau"),
    ("column-name", "Nom"),
    ("column-low", "Bas (5e centile)"),
    ("column-high", "Haut (95e centile)"),
    ("column-from", "De"),
    ("column-to", "À"),
    ("column-share", "Part"),
    ("column-step", "Étape"),
    ("column-amount", "Montant"),
    ("column-input_range", "Son intervalle"),
    ("column-at_low", "Quand elle est basse"),
    ("column-at_high", "Quand elle est haute"),
    ("column-p5", "5e centile"),
    ("column-p25", "25e centile"),
    ("column-p50", "Médiane"),
    ("column-p75", "75e centile"),
    ("column-p95", "95e centile"),
    ("percentile-95", "95e centile"),
    ("percentile-5", "5e centile"),
    ("half-between", "La moitié dans la bande intérieure"),
    ("column-frontier", "Frontière"),
    ("on-frontier", "sur la frontière"),
    ("bettered", "dépassé"),
    ("column-term", "Terme"),
    ("column-shown", "Valeur"),
    ("column-shown_range", "Plage à 90\u{202f}%"),
    ("column-about", "Intervalle, chemin"),
    ("column-level", "Niveau"),
    ("again", "ouvert ailleurs"),
    ("folded", "plus bas\u{202f}: #"),
    ("feeds", "Alimente"),
    ("percent", "\u{202f}%"),
    ("others", "autres"),
    ("beside", "# et ~, côte à côte"),
    (
        "compare-log",
        "Les marques sont les chiffres, entrées à leur médiane, et les traits couvrent 90\u{202f}%. Échelles logarithmiques\u{202f}: à pas égaux, on multiplie.",
    ),
    (
        "compare-linear",
        "Les barres sont les chiffres, entrées à leur médiane, et les traits couvrent 90\u{202f}%.",
    ),
    ("sure", "#\u{202f}: ce que vaut chaque chiffre"),
    (
        "sure-note",
        "Du 5e au 95e centile, rapportés au chiffre, entrées à leur médiane, sur une échelle logarithmique.",
    ),
    ("times-median", "Rapporté au chiffre"),
    (
        "spreads-note",
        "Chaque entrée incertaine a été tirée\u{202f}; chaque chiffre est rapporté à sa médiane, sur une échelle logarithmique.",
    ),
    ("spreads-sides", "Chaque entrée incertaine a été tirée, aux mêmes points de tous les côtés."),
    ("share-of-draws", "Part des tirages"),
    ("swept-log", "Sur une échelle logarithmique, à pas égaux, on multiplie."),
    ("grows", "#, mois par mois"),
    ("grows-note", "Les phases, au mois où elles sont en place. Les tirets bornent 90\u{202f}%."),
    ("added-up", "#, en cumul"),
    ("bill-of", "#\u{202f}: ce qui est acheté"),
    ("bill-note", "Investissement poste par poste\u{202f}; chacun aussi en part du total."),
    ("hour-of", "#\u{202f}: ce que coûte une heure de puce"),
    (
        "hour-note",
        "Le coût du propriétaire selon l’annuité, par heure de puce installée\u{202f}; chaque part aussi en pourcentage.",
    ),
    ("views-of", "#\u{202f}: un coût, toutes les optiques"),
    ("views-note", "Ce qui est compté diffère, non ce qui est possédé. Les traits couvrent 90\u{202f}%."),
    ("bill-chips", "puces"),
    ("bill-hosts", "serveurs hôtes"),
    ("bill-storage", "stockage"),
    ("bill-installation", "installation"),
    ("bill-network", "réseau"),
    ("bill-building", "bâtiment et installations"),
    ("bill-site-power", "centrale sur place"),
    ("bill-contingency", "imprévus"),
    ("input-low", "quand l’entrée est basse"),
    ("input-high", "quand elle est haute"),
    ("file-exists", "le fichier existe déjà\u{202f}; `--force` le remplace"),
    ("form-something", "au moins un élément à dessiner\u{202f}; sans rien de connu, renoncez au graphique"),
    ("form-finite", "des nombres finis\u{202f}; écartez ce qui n’est pas connu"),
    ("form-positive", "des nombres positifs sur une échelle logarithmique\u{202f}; prenez-en une linéaire"),
    ("form-spread", "des tirages qui diffèrent\u{202f}; un chiffre sans doute n’a pas d’histogramme"),
    ("form-sum", "des étapes dont la somme donne la fin"),
    ("month-1", "janv."),
    ("month-2", "févr."),
    ("month-3", "mars"),
    ("month-4", "avr."),
    ("month-5", "mai"),
    ("month-6", "juin"),
    ("month-7", "juil."),
    ("month-8", "août"),
    ("month-9", "sept."),
    ("month-10", "oct."),
    ("month-11", "nov."),
    ("month-12", "déc."),
    ("column-input", "Entrée"),
    ("column-value", "Valeur"),
    ("column-month", "Mois"),
];

#[cfg(test)]
mod tests {
    use super::super::en;
    use super::{CHART_WORDS, LABELS, SHEET_WORDS, WORDS};
    use crate::analysis::timeline::COUNTED;
    use crate::analysis::{Scaling, inputs, rows, set};
    use crate::cluster::Cluster;
    use crate::estimate::{Estimate, Scenario};
    use crate::quantities::Denomination;
    use crate::report::words::{generic, key};
    use crate::workload::{Model, Operation, ServingLoad, TrainingRun};
    use std::collections::BTreeSet;

    fn operation(cluster: &str) -> Scenario {
        Scenario::operation(Operation::year(), Cluster::preset(cluster).unwrap())
    }

    fn training(model: Model, cluster: &str) -> Scenario {
        Scenario::training(TrainingRun::of(model), Cluster::preset(cluster).unwrap())
    }

    fn serving(model: Model, cluster: &str) -> Scenario {
        Scenario::serving(ServingLoad::of(model), Cluster::preset(cluster).unwrap())
    }

    fn with(mut scenario: Scenario, settings: &[(&str, &str)]) -> Scenario {
        settings.iter().for_each(|(path, text)| set(&mut scenario, path, text).unwrap());
        scenario
    }

    /// Scenarios that have every input and every figure between them.
    fn scenarios() -> [Scenario; 15] {
        let preset = |id| Model::preset(id).unwrap();
        let dense = [
            ("run.batch", "2048"),
            ("cluster.pools.0.count", "16384"),
            ("layout.tensor", "16"),
            ("layout.pipeline", "16"),
        ];
        let experts = [
            ("run.batch", "15360"),
            ("cluster.pools.0.count", "2048"),
            ("layout.expert", "64"),
            ("layout.pipeline", "16"),
            ("layout.zero", "1"),
            ("run.recomputed_layers", "1"),
        ];
        [
            with(
                operation("xai-gigafactory"),
                &[
                    ("finance.lease", "900 USD/device-mo"),
                    ("site.market_carbon", "20 gCO2e/kWh"),
                    ("site.marginal_carbon", "500 gCO2e/kWh"),
                ],
            ),
            operation("stargate-10gw"),
            with(operation("colossus-1"), &[("site.supply", "memphis-2024")]),
            with(operation("meta-24k"), &[("site.sources.0.kind", "solar")]),
            with(operation("meta-24k"), &[("cluster.it_power", "40 MW")]),
            with(training(preset("llama3-8b"), "meta-24k"), &[("faults.checkpoint_bandwidth", "100 GB/s")]),
            training(preset("grok-2"), "grok-2-cluster"),
            training(preset("llama3.1-405b"), "meta-24k"),
            training(preset("deepseek-v3"), "meta-24k"),
            with(training(preset("llama3.1-405b"), "meta-24k"), &dense),
            with(training(preset("deepseek-v3"), "meta-24k"), &experts),
            serving(preset("grok-1"), "xai-gigafactory"),
            serving(preset("deepseek-v3"), "meta-24k"),
            with(training(Model::of_parameters("7b", 7e9), "meta-24k"), &[("run.tokens", "2e12")]),
            with(training(Model::unknown("given"), "meta-24k"), &[("run.compute", "1e25 FLOP")]),
        ]
    }

    /// The paths of a scenario. One that cannot be calculated has no figures, and is seen by the labels left unused.
    fn paths(scenario: &Scenario) -> Vec<String> {
        let inputs = inputs(scenario).into_iter().map(|row| row.path);
        let of = |estimate: Estimate| {
            let scaling = Scaling::of(&estimate);
            let figures = scaling.as_ref().map_or(vec![], Scaling::rows);
            let law = scaling.as_ref().map_or(vec![], Scaling::coefficients).into_iter().map(|row| row.path);
            ([rows::bare(&estimate.stages, Denomination::DOLLARS), figures].concat(), law.collect::<Vec<_>>())
        };
        let (figures, law) = scenario.clone().evaluate().map_or((vec![], vec![]), of);
        inputs.chain(law).map(|path| generic(&path)).chain(figures.iter().map(key)).collect()
    }

    /// The figures that only a timeline has.
    fn counted() -> impl Iterator<Item = String> {
        COUNTED.iter().map(|path| (*path).to_owned()).filter(|path| path == "throughput.compute")
    }

    fn keys(table: &[(&str, &str)]) -> BTreeSet<String> {
        let keys: BTreeSet<_> = table.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(keys.len(), table.len(), "a key stands twice");
        keys
    }

    #[test]
    fn labels_and_words_are_complete_and_used() {
        let used: BTreeSet<_> = scenarios().iter().flat_map(paths).chain(counted()).collect();
        let all = |tables: [&[(&str, &str)]; 3]| tables.into_iter().flat_map(keys).collect::<BTreeSet<_>>();
        let (labels, words) = (keys(LABELS), all([WORDS, SHEET_WORDS, CHART_WORDS]));
        let english = all([en::WORDS, en::SHEET_WORDS, en::CHART_WORDS]);
        let none: Vec<&String> = Vec::new();
        assert_eq!(used.difference(&labels).collect::<Vec<_>>(), none, "paths without a label");
        assert_eq!(labels.difference(&used).collect::<Vec<_>>(), none, "labels without a path");
        assert_eq!(
            english.symmetric_difference(&words).collect::<Vec<_>>(),
            none,
            "words of one language only"
        );
        for (key, text) in LABELS.iter().chain(WORDS).chain(SHEET_WORDS).chain(CHART_WORDS) {
            let straight =
                text.contains('\'') || [" :", " ;", " ?", " !", " %"].iter().any(|bad| text.contains(bad));
            assert!(!text.is_empty() && !straight, "{key}: {text}");
        }
    }
}
