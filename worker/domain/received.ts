/** `waiting` asks a human; `history` was understood and came too late to count. */
export type ReceivedState = 'applied' | 'history' | 'ignored' | 'waiting' | 'settled'
