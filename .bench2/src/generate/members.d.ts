/** Members of a call's input, of an entry of its batch or of a policy. */
export type Members = Record<string, unknown>;
/** Sets the member; `undefined` leaves it out, for an absent member is an absent key. */
export declare function put<T>(members: Record<string, T>, name: string, value: NoInfer<T> | undefined): void;
