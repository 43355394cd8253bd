import type { FormState } from '../../../web/parts/form.ts'
import type { Published } from '../../../web/parts/published-calendar.tsx'
import type { PageWords } from '../../../web/words/pages/en.ts'
import type { PersonId } from '../../domain/ids.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findBusyFeed } from '../../storage/feed/busy-feed.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { stringsOf } from '../forms/fields.ts'

/** How the calendar stands that a person publishes: its host, never its address. */
export async function publishedOf(platform: Platform, id: PersonId): Promise<Published> {
  const feed = await findBusyFeed(platform, id)
  if (!feed)
    return {
      ...{ isGiven: false, host: null, assistantId: null },
      ...{ state: 'unknown', at: platform.now(), problem: null },
    }
  const { state, since, readAt, problem, assistantId } = feed
  return {
    isGiven: true,
    host: feed.url === null ? null : new URL(feed.url).hostname,
    assistantId,
    state,
    at: state === 'known' ? (readAt ?? since) : since,
    problem,
  }
}

type Words = PageWords['calendars']

/** Why an address is not read: the key of its sentence. */
export type BadAddress = keyof Words['bad']

/** Whether the form was its button to stop reading. */
export function isStopped(fields: FormFields): boolean {
  return fields['stop'] === 'yes'
}

/**
 * What the form of a published calendar asks for is passed on: an address, or an empty one to stop reading. An empty field
 * alone stops nothing.
 */
export async function publishedFrom<Fault>(
  platform: Platform,
  id: PersonId,
  fields: FormFields,
  publish: (address: string) => Promise<Result<null, Fault>>,
): Promise<Result<null, Fault | BadAddress>> {
  if (isStopped(fields)) return publish('')
  const url = fields['url']?.trim() ?? ''
  if (url !== '') return publish(url)
  return refuse((await findBusyFeed(platform, id)) ? 'emptyToStop' : 'empty')
}

/** The form as it was sent, with what is wrong with the address. */
export function badAddress(fields: FormFields, message: string): FormState {
  return { values: stringsOf(fields), errors: [{ field: 'url', message }] }
}
