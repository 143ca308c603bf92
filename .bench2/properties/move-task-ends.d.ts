export declare const moveTaskEnds: import("../index.ts").Property;
