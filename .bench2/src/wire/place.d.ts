import type { Changes } from './kinds.js';
/** A region and an account: each has queues of its own (sqs:D1). */
export interface Place {
    region: string;
    account: string;
}
/** Where a call is that says nothing else, and the place of canonical ARNs. */
export declare const home: Place;
export declare const isHome: (place: Place) => boolean;
/** One word for one place. */
export declare const keyOf: ({ region, account }: Place) => string;
/**
 * Who signed a request, as its `Authorization` header or its presigned query says. The signature itself is not looked
 * at. An access key of twelve digits stands for the account of that number.
 */
export declare function signerOf(authorization: string): Partial<Place>;
/** A queue as a QueueUrl names it: what the URL does not say is left open. */
export interface Address extends Partial<Place> {
    name: string;
    /** The region in a host name of AWS's form, which counts least: the host does not matter (sqs:OP3). */
    hostRegion?: string;
}
/**
 * A bare name (sqs:OP2), or a URL of any host (sqs:OP3) or of none. Whatever else it is, it is taken as a name, and no
 * queue has such a one (sqs:OP1).
 */
export declare const addressOf: (text: string) => Address;
/** Where a call is: the queue's URL says it, else whoever signed. */
export declare function placeOf(address: Partial<Address>, signer: Partial<Place>): Place;
/** The URL of a queue under this origin. The region is in it unless the host says it, or it is that of `home`. */
export declare function urlOf(origin: string, { region, account }: Place, name: string): string;
/** The ARN of a queue (sqs:W2). */
export declare function arnAt({ region, account }: Place, name: string): string;
/**
 * Canonical ARNs for the place's own, and the other way round: the same exchange at both borders, so that an ARN of
 * another place never becomes one of this.
 */
export declare function exchangeArns(place: Place): (text: string) => string;
/** What a border of the place does to ARNs: nothing at home, where all are canonical already. */
export declare function exchanges(place: Place): Changes;
