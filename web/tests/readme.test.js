// The snippets of the pages. The one in HTML is run in tests/page.
import { snippetsOf } from "./snippets.js";

snippetsOf("README.md", 4);
snippetsOf("docs/cookbook.md", 20);
