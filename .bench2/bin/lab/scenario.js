/** The two tempers in which the lecture's producers and consumers come. */
export const speeds = ['slow', 'fast'];
