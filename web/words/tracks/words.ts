import type { StandardTrack } from '../../../worker/domain/path/house-tracks.ts'
import type { TrackName } from '../../../worker/domain/path/track.ts'
import type { Locale } from '../../../worker/domain/people/person.ts'

const en: Readonly<Record<StandardTrack, string>> = {
  'first-public-answer': 'Six half hours to your first public answer',
  'listening-without-filters': 'Listening without filters',
}

const fr: Readonly<Record<StandardTrack, string>> = {
  'first-public-answer': 'Six demi-heures jusqu’à votre première réponse publique',
  'listening-without-filters': 'Écouter sans filtres',
}

/** The name of a track in the reader's language; the programme's own name is used in every language. */
export function trackName({ standard, name }: TrackName, locale: Locale): string {
  if (name !== null) return name
  return standard ? (locale === 'fr' ? fr : en)[standard] : ''
}
