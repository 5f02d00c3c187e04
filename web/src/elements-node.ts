// On a server the elements are not defined: their place holds its static content.
export { registerLocale } from "./locales/index.js";
