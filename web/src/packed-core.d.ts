// A module that scripts/build.js makes.
declare module "wattflop-packed-core" {
  /** The core, a character a byte. */
  const packed: string;
  export default packed;
}
