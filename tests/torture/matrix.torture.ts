/** Every route, as every role and signed out, about every kind of child: the whole of what npm test tries a part of. */
process.env["MATRIX"] = "whole";
await import("../matrix/matrix.test.ts");
