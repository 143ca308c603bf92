/** The deduplication id that the content of a step's message stands for: its birth certificate and its text (sqs:F3). */
export declare const contentId: (step: number, text?: string) => string;
