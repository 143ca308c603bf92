/** Only characters that a body may have (sqs:SM4). */
export declare const isLegalText: (text: string) => boolean;
/** 1 to 80 letters, digits, hyphens and underscores (sqs:SB1). */
export declare const isEntryId: (text: string) => boolean;
/** 1 to 128 letters, digits and signs, no space (sqs:SM8). */
export declare const isId: (text: string) => boolean;
