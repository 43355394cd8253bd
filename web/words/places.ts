import type { Locale } from '../../worker/domain/people/person.ts'
import { fold } from '../../worker/domain/search/fold.ts'
import type { Zone } from '../../worker/domain/time/time.ts'
import { ZONE_ALIASES } from '../../worker/domain/time/zone-aliases.ts'
import { canonicalZone } from '../../worker/domain/time/zones.ts'
import { CITIES } from './cities.ts'

/** `America/Argentina/Buenos_Aires` is Buenos Aires, in French too; null: `Etc/GMT+5` and `CET` have no place. */
export function placeIn(zone: Zone, locale: Locale): string | null {
  const place = placeOf(zone)
  return place === null || locale === 'en' ? place : (frenchPlaces[place] ?? place)
}

/** How a zone stands in a field: by its city, and where it has none by its own name. */
export function zoneAsTyped(zone: Zone, locale: Locale): string {
  return placeIn(zone, locale) ?? zone
}

/** The zone of a city, as it is called in any of our languages; accents, case and hyphens do not matter. */
export function zoneOfCity(city: string): Zone | null {
  return cities().get(plain(city)) ?? null
}

/** Names to choose from while typing, in the reader's language and alphabet. */
export function cityNames(locale: Locale): readonly string[] {
  const known = names.get(locale)
  if (known) return known
  const own = zonesWithPlace().map((zone) => zoneAsTyped(zone, locale))
  const others = CITIES.flatMap(({ cities: all }) => all.map((each) => each[locale]))
  const sorted = [...new Set([...own, ...others])].toSorted(new Intl.Collator(locale).compare)
  names.set(locale, sorted)
  return sorted
}

const names = new Map<Locale, readonly string[]>()

/** By the zone as it was stored. An earlier release stored `us/eastern` as it was typed. */
const places = new Map<Zone, string | null>()

function placeOf(zone: Zone): string | null {
  const known = places.get(zone)
  if (known !== undefined) return known
  const place = lastPart(zone.includes('/') ? (canonicalZone(zone) ?? zone) : zone)
  places.set(zone, place)
  return place
}

function lastPart(name: string): string | null {
  return name.includes('/') && !name.startsWith('Etc/') ? lastOf(name) : null
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** The engine knows its own names: asking it for each again would take ten times as long. */
function zonesWithPlace(): readonly Zone[] {
  const zones = Intl.supportedValuesOf('timeZone').map((each) => ZONE_ALIASES.get(each) ?? each)
  for (const zone of zones) places.set(zone, lastPart(zone))
  return [...new Set(zones)].filter((zone) => placeOf(zone) !== null)
}

let byCity: ReadonlyMap<string, Zone> | null = null

/** The name of a zone's own place goes before that of another city. */
function cities(): ReadonlyMap<string, Zone> {
  byCity ??= new Map(
    [
      ...[...ZONE_ALIASES].flatMap(([alias, zone]): Pairs =>
        OF_A_PLACE.test(alias) ? [[lastOf(alias), zone]] : [],
      ),
      ...CITIES.flatMap(({ zone, cities: all }) =>
        all.flatMap(({ en, fr }): Pairs => [
          [en, zone],
          [fr, zone],
        ]),
      ),
      ...zonesWithPlace().flatMap((zone): Pairs => [
        [zoneAsTyped(zone, 'fr'), zone],
        [zoneAsTyped(zone, 'en'), zone],
      ]),
    ].map(([city, zone]) => [plain(city), zone]),
  )
  return byCity
}

type Pairs = readonly (readonly [string, Zone])[]

/** `US/Eastern` and `Australia/West` name a part of a country. */
const OF_A_PLACE = /^(?:Africa|America|Asia|Atlantic|Europe|Indian|Pacific)\//

/** “São Paulo” and “sao-paulo” are the same, and so are “Łódź” and “lodz”. */
function plain(city: string): string {
  return fold(city)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Places of zones with another name in French. */
const frenchPlaces: Readonly<Record<string, string>> = {
  'Addis Ababa': 'Addis-Abeba',
  Algiers: 'Alger',
  Andorra: 'Andorre',
  Ashgabat: 'Achgabat',
  Athens: 'Athènes',
  Azores: 'Açores',
  Baghdad: 'Bagdad',
  Bahrain: 'Bahreïn',
  Baku: 'Bakou',
  Barbados: 'Barbade',
  Beirut: 'Beyrouth',
  Bermuda: 'Bermudes',
  Bishkek: 'Bichkek',
  Brussels: 'Bruxelles',
  Bucharest: 'Bucarest',
  Cairo: 'Le Caire',
  Canary: 'Canaries',
  'Cape Verde': 'Cap-Vert',
  Copenhagen: 'Copenhague',
  Curacao: 'Curaçao',
  Damascus: 'Damas',
  'Dar es Salaam': 'Dar es Salam',
  Dhaka: 'Dacca',
  Dominica: 'Dominique',
  Dubai: 'Dubaï',
  Dushanbe: 'Douchanbé',
  Easter: 'Île de Pâques',
  'El Salvador': 'Salvador',
  Faroe: 'Féroé',
  Fiji: 'Fidji',
  Grenada: 'Grenade',
  Guernsey: 'Guernesey',
  Havana: 'La Havane',
  'Isle of Man': 'Île de Man',
  Jamaica: 'Jamaïque',
  Jerusalem: 'Jérusalem',
  Kabul: 'Kaboul',
  Kathmandu: 'Katmandou',
  Kolkata: 'Calcutta',
  Kuwait: 'Koweït',
  Lisbon: 'Lisbonne',
  London: 'Londres',
  Lome: 'Lomé',
  Macau: 'Macao',
  Madeira: 'Madère',
  Malta: 'Malte',
  Manila: 'Manille',
  Mauritius: 'Maurice',
  'Mexico City': 'Mexico',
  Mogadishu: 'Mogadiscio',
  Moscow: 'Moscou',
  Muscat: 'Mascate',
  Ndjamena: 'N’Djamena',
  Nicosia: 'Nicosie',
  'Puerto Rico': 'Porto Rico',
  Reunion: 'La Réunion',
  Riyadh: 'Riyad',
  'San Marino': 'Saint-Marin',
  'Santo Domingo': 'Saint-Domingue',
  'Sao Paulo': 'São Paulo',
  'Sao Tome': 'São Tomé',
  Seoul: 'Séoul',
  Singapore: 'Singapour',
  'St Barthelemy': 'Saint-Barthélemy',
  'St Lucia': 'Sainte-Lucie',
  Tashkent: 'Tachkent',
  Tbilisi: 'Tbilissi',
  Tehran: 'Téhéran',
  Ulaanbaatar: 'Oulan-Bator',
  Vienna: 'Vienne',
  Warsaw: 'Varsovie',
  Yekaterinburg: 'Iekaterinbourg',
  Yerevan: 'Erevan',
}
