// The parts of Vega that drawing needs. The whole of it takes more than twice as long to load, for maps, trees, forces and files.
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import * as data from "vega-transforms";
import * as layout from "vega-view-transforms";

Object.assign(transforms, data, encode, layout);

export { expressionInterpreter } from "vega-interpreter";
export { parse } from "vega-parser";
export { View } from "vega-view";
