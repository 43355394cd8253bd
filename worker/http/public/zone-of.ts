import { canonicalZone } from '../../domain/time/zones.ts'
import type { AppContext } from '../context.ts'

/** The zone of the reader's network, from Cloudflare. */
export function zoneOf(c: AppContext): string {
  const zone = c.req.raw.cf?.['timezone']
  return (typeof zone === 'string' && canonicalZone(zone)) || 'UTC'
}
