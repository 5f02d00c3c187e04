//! French.

use crate::error::{Code, Noun};
use crate::quantities::display::Style;

pub(super) static STYLE: Style = Style {
    decimal: ",",
    group: "\u{202f}",
    large: &[(1e6, "million", "millions"), (1e9, "milliard", "milliards"), (1e12, "billion", "billions")],
    money: "#\u{a0}$",
    large_money: "#\u{a0}de dollars",
    is_plural: |number| number >= 2.0,
    symbols: &[
        ("d", "jour"),
        ("yr", "an"),
        ("device", ""),
        ("token", ""),
        ("device-h", "heure-appareil"),
        ("L", "litre"),
    ],
    plurals: &[("jour", "jours"), ("an", "ans"), ("heure-appareil", "heures-appareil"), ("litre", "litres")],
};

pub(super) const fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Accelerator => "accélérateur",
        Noun::System => "système",
        Noun::Cluster => "grappe",
        Noun::Model => "modèle",
        Noun::Site => "site",
        Noun::Input => "entrée",
        Noun::Figure => "résultat",
        Noun::Key => "clé",
        Noun::Value => "valeur",
        Noun::Entry => "entrée du catalogue",
    }
}

pub(super) const fn message(code: Code) -> &'static str {
    match code {
        Code::Unknown => "{noun} inconnu : `{id}`",
        Code::UnknownNear => "{noun} inconnu : `{id}` ; vouliez-vous dire `{nearest}` ?",
        Code::Unreadable => {
            "{field} : `{text}` n’est pas lisible ({kind}) ; il faut un nombre à point décimal, tel que `1,234.5`, et une unité s’il y en a une ({expected})"
        }
        Code::UnitMissing => "{field} : il manque une unité à `{text}` ({kind}) : {expected}",
        Code::WrongUnit => {
            "{field} : `{unit}` n’est pas une unité qui convient ({kind}) ; attendu : {expected}"
        }
        Code::UnitNotAllowed => "{field} : `{text}` devrait être un simple nombre, sans `{unit}`",
        Code::OutOfDomain => "{field} : {value} n’est pas admis ; attendu : {allowed}",
        Code::RangeOutOfOrder => "{field} : la plage `{text}` finit avant de commencer",
        Code::Missing => {
            "{field} est nécessaire, et rien n’est publié pour `{of}` ; donnez une valeur avec `{field} = …`"
        }
        Code::CountNotDerivable => {
            "{field} n’est pas connu et ne peut être déduit : il faut un seul groupe, et la puissance ou le budget avec la puissance ou le prix des appareils ; donnez un nombre"
        }
        Code::WrongForm => "{field} : attendu {expected}",
        Code::WrongVersion => {
            "la version {version} du scénario n’est pas connue ; cette édition lit la version {known}"
        }
        Code::Broken => "le document est illisible : {reason}",
        Code::BadShape => "{field} : {reason}",
        Code::TooFew => "une comparaison demande au moins deux éléments",
        Code::NotFinite => "{field} n’aboutit pas à un nombre fini",
        Code::NoteDerived => {
            "Aucun nombre n’a été publié : celui des appareils est déduit, et limité par : {limit}. La puce est une hypothèse : {chip}."
        }
        Code::NoteMissing => {
            "{field} n’est pas publié ; les résultats qui en dépendent manquent. Donnez une valeur pour les obtenir."
        }
        Code::NoteEstimatedCompute => {
            "Le calcul d’entraînement de {model} n’a jamais été publié ; c’est une estimation de tiers ({who})."
        }
        Code::NoteGoodput => {
            "Le MFU est une moyenne sur des entraînements entiers et comprend déjà le temps perdu aux pannes ; le temps utile affiché n’est pas appliqué une seconde fois."
        }
        Code::NoteCarbonBasis => "Le carbone est compté sur la base commune à tous : {basis}.",
        Code::NotePower => {
            "L’ensemble appelle jusqu’à {computed}, plus que les {announced} annoncés ou relevés."
        }
        Code::NoteStage => "Une étape d’un site, à ne pas ajouter aux autres ; sa dernière étape est {last}.",
    }
}

pub(super) const WORDS: &[(&str, &str)] = &[
    ("path", "Chemin"),
    ("devices", "Appareils"),
    ("facility-peak", "Puissance du site, pointe"),
    ("capex", "Investissement"),
    ("figure", "Résultat"),
    ("value", "Valeur"),
    ("range", "Plage à 90 %"),
    ("formula", "Formule"),
    ("with-numbers", "Avec les nombres"),
    ("inputs", "Entrées"),
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
    ("cluster", "Grappe"),
    ("model", "Modèle"),
    ("grade", "Preuve"),
    ("measured", "mesuré"),
    ("specified", "spécifié"),
    ("reported", "rapporté"),
    ("estimated", "estimé"),
    ("assumed", "supposé"),
    ("life-cycle", "cycle de vie, par pays"),
    ("direct-state", "CO2 direct à la cheminée, par État"),
    ("direct-subregion", "CO2e direct à la cheminée, par sous-région du réseau"),
    ("operate", "Une année d’exploitation"),
    ("train", "Un entraînement"),
    ("compare", "Côte à côte"),
];

/// Labels of figures and inputs by path, `#` for the numbers in it.
pub(super) const LABELS: &[(&str, &str)] = &[];
