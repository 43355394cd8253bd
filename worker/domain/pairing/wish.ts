/** What an executive may ask for without a scene: rest, or somebody else. */
export const WISHES = ['pause', 'another-mentor'] as const
export type WishKind = (typeof WISHES)[number]
