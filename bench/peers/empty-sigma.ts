/** The peer of the page's first drawing: sigma with an empty graph and nothing else. Bundled by the row. */

import Graph from "graphology";
import Sigma from "sigma";

const stage = document.createElement("div");
stage.style.cssText = "position: fixed; inset: 0";
document.body.append(stage);
const sigma = new Sigma(new Graph(), stage);
sigma.on("afterRender", () => {
  document.documentElement.dataset["drawn"] = "1";
});
sigma.refresh();
