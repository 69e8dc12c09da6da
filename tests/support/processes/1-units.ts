import { runUnits } from "../run-units.ts";

runUnits(0);
