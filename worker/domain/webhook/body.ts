import { iso } from '../time/time.ts'
import type { Message } from './webhook.ts'

/** The same to the octet in each try: the signature is of it. */
export function bodyOf({ type, at, data }: Pick<Message, 'type' | 'at' | 'data'>): string {
  return JSON.stringify({ type, timestamp: iso(at), data })
}
