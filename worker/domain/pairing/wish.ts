/** What an executive can ask for discreetly: a pause, or another mentor. */
export const WISHES = ['pause', 'another-mentor'] as const
export type WishKind = (typeof WISHES)[number]
