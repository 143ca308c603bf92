export declare const moveTaskList: import("../index.ts").Property;
