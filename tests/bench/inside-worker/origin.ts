/** Where the measured Worker is asked. */
export const ORIGIN = 'https://bench.test'
