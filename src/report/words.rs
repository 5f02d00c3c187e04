use crate::error::Error; use super::Locale; /// words
pub fn error(e:&Error,_l:Locale)->String{format!("{:?}",e.args())}
