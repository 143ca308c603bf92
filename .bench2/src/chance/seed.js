/** The seed of the k-th run of a campaign. */
export const seedOf = (campaign, k) => `${campaign}-${k}`;
