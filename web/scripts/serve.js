// Serves the built site: `npm run serve`, on port 8080 or the one in PORT.
import { fileURLToPath } from "node:url";
import { serve } from "./server.js";

const site = fileURLToPath(new URL("../dist/site", import.meta.url));
const { origin } = await serve({ "/": site }, {}, Number(process.env.PORT ?? 8080));
console.log(`The site is at ${origin}/ (Ctrl-C to stop)`);
