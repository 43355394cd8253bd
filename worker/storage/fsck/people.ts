import type { Queries } from './query.ts'

/**
 * An open programme knows the person by the addresses that all share: not by some of its own, and nobody has begun to
 * erase him there. A purge empties those whom only closed programmes know.
 */
const IS_KNOWN_BY_SHARED = `EXISTS (SELECT 1 FROM members JOIN programmes ON programmes.id = members.programme_id
  JOIN memberships ON memberships.programme_id = members.programme_id AND memberships.person_id = members.person_id
  WHERE members.person_id = people.id AND programmes.status = 'open' AND own_addresses IS NULL
    AND NOT EXISTS (SELECT 1 FROM tombstones WHERE tombstones.person_id = people.id
      AND tombstones.programme_id IN ('', members.programme_id)))`

/** What every person has. */
export const PEOPLE_QUERIES: Queries<'diary-missing' | 'address-astray'> = {
  'diary-missing': () => `SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM diaries)`,
  'address-astray': () => `SELECT id FROM people WHERE ${IS_KNOWN_BY_SHARED} AND NOT EXISTS (
    SELECT 1 FROM addresses WHERE addresses.person_id = people.id AND address = email)`,
}
