/** What an executive may ask for without a scene: rest, or somebody else. */
export type WishKind = 'pause' | 'another-mentor'
