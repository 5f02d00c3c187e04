// A module that scripts/build.js makes.
declare module "wattflop-packed-core" {
  /** The core under raw deflate, as base64. */
  const packed: string;
  export default packed;
}
