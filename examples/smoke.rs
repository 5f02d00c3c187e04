use wattflop::{analysis::*, estimate::*, report::*, document};
fn main(){
 let mut scs=vec![];
 for a in std::env::args().skip(1){ 
  let n=document::Node::table(vec![("cluster", a.as_str().into())]);
  let s=document::read(&n).unwrap_or_else(|e|panic!("{e}")); scs.push(s);
 }
 if scs.len()==1 { let e=scs[0].clone().evaluate().unwrap(); for r in show::result_table(&e,true,Locale::En).rows{println!("{:?}",r);} for n in notes(&e){println!("{}",words::note(&n,Locale::En));} let x=explain(&e,"cost.annuity.total",Locale::En).unwrap(); println!("{}\n{}\n{}",x.formula,x.with_numbers,x.sources().len()); }
 else {let c=compare(&scs).unwrap(); for r in show::comparison_table(&c,false,Locale::Fr).rows{println!("{:?}",r);}}
}
