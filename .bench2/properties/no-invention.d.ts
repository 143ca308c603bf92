export declare const noInvention: import("../index.ts").Property;
