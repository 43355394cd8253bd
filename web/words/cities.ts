import type { Zone } from '../../worker/domain/time/time.ts'

type City = { readonly en: string; readonly fr: string }

/** Cities that people look for and that no zone is called by. */
export const CITIES: readonly { readonly zone: Zone; readonly cities: readonly City[] }[] = [
  of('Africa/Casablanca', 'Rabat', 'Marrakesh|Marrakech'),
  of('Africa/Johannesburg', 'Cape Town|Le Cap', 'Durban', 'Pretoria'),
  of('Africa/Lagos', 'Abuja'),
  of('America/Bogota', 'Medellín'),
  of('America/Chicago', 'Austin', 'Dallas', 'Houston', 'Minneapolis', 'New Orleans|La Nouvelle-Orléans'),
  of('America/Denver', 'Salt Lake City'),
  of('America/Edmonton', 'Calgary'),
  of('America/Guayaquil', 'Quito'),
  of('America/Los_Angeles', 'Las Vegas', 'San Diego', 'San Francisco', 'Seattle'),
  of('America/Mexico_City', 'Guadalajara'),
  of('America/New_York', 'Atlanta', 'Boston', 'Miami', 'Philadelphia|Philadelphie', 'Washington'),
  of('America/Sao_Paulo', 'Brasília', 'Rio de Janeiro'),
  of('America/Toronto', 'Montreal|Montréal', 'Ottawa', 'Quebec City|Québec'),
  of('Asia/Almaty', 'Astana'),
  of('Asia/Bahrain', 'Manama'),
  of('Asia/Dubai', 'Abu Dhabi|Abou Dhabi'),
  of('Asia/Ho_Chi_Minh', 'Hanoi|Hanoï', 'Ho Chi Minh City|Hô-Chi-Minh-Ville'),
  of('Asia/Jerusalem', 'Tel Aviv'),
  of('Asia/Karachi', 'Islamabad', 'Lahore'),
  of('Asia/Kolkata', 'Bangalore', 'Chennai', 'Delhi', 'Hyderabad', 'Mumbai', 'New Delhi', 'Pune'),
  of('Asia/Makassar', 'Bali'),
  of('Asia/Qatar', 'Doha'),
  of('Asia/Riyadh', 'Jeddah|Djeddah'),
  of('Asia/Shanghai', 'Beijing|Pékin', 'Chengdu', 'Guangzhou|Canton', 'Shenzhen'),
  of('Asia/Tokyo', 'Kyoto', 'Osaka'),
  of('Atlantic/Canary', 'Las Palmas'),
  of('Australia/Sydney', 'Canberra'),
  of('Europe/Amsterdam', 'Rotterdam', 'The Hague|La Haye'),
  of(
    'Europe/Berlin',
    'Cologne',
    'Düsseldorf',
    'Frankfurt|Francfort',
    'Hamburg|Hambourg',
    'Munich',
    'Stuttgart',
  ),
  of('Europe/Brussels', 'Antwerp|Anvers', 'Liège'),
  of('Europe/Istanbul', 'Ankara'),
  of('Europe/Lisbon', 'Porto'),
  of('Europe/London', 'Edinburgh|Édimbourg', 'Glasgow', 'Manchester'),
  of('Europe/Madrid', 'Barcelona|Barcelone', 'Bilbao', 'Seville|Séville'),
  of('Europe/Moscow', 'Saint Petersburg|Saint-Pétersbourg'),
  of('Europe/Paris', 'Bordeaux', 'Lille', 'Lyon', 'Marseille', 'Nantes', 'Nice', 'Strasbourg', 'Toulouse'),
  of('Europe/Rome', 'Florence', 'Milan', 'Naples', 'Turin'),
  of('Europe/Stockholm', 'Gothenburg|Göteborg'),
  of('Europe/Warsaw', 'Kraków|Cracovie'),
  of('Europe/Zurich', 'Basel|Bâle', 'Bern|Berne', 'Geneva|Genève', 'Lausanne'),
  of('Pacific/Auckland', 'Wellington'),
]

/** `English|French` where the two differ. */
function of(zone: Zone, ...written: readonly string[]) {
  const cities = written.map((each): City => {
    const [en = '', fr = en] = each.split('|')
    return { en, fr }
  })
  return { zone, cities }
}
