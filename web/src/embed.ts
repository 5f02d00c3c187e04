// The widgets with the core in one file: one script tag, no further request.
import { define } from "./elements/define.js";
import { load } from "./inline.js";

define(load);

export { registerLocale } from "./locales/index.js";
