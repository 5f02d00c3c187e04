// The core as text, a character a byte: what the wire compresses best, and a strict content security policy allows.
import packed from "wattflop-packed-core";

/** What the build turned each byte by, so that those which a string cannot hold are rare. */
const TURN = 118;

/** The bytes of the core. */
export function bytes(): ArrayBuffer {
  return Uint8Array.from(packed, (char) => char.charCodeAt(0) ^ TURN).buffer;
}
