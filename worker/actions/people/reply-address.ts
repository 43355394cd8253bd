import { base32Of } from '../../domain/ids.ts'
import type { Platform } from '../../platform.ts'

/** RFC 5321 §4.5.3.1.1: a local part has at most 64 octets; the secret takes 26 of them. */
export function newReplyAddress({ random, settings }: Pick<Platform, 'random' | 'settings'>): string {
  const prefix = settings.replyPrefix.slice(0, 64 - SECRET_CHARACTERS)
  return `${prefix}${base32Of(random(SECRET_CHARACTERS))}@${settings.replyDomain}`.toLowerCase()
}

const SECRET_CHARACTERS = 26
