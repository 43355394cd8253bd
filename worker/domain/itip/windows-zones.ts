/**
 * Windows' name of a zone, the IANA zone of its default territory (CLDR's windowsZones), and the text Windows displays
 * after the offset, if that differs from the name. `;` separates the texts of older versions.
 */
const TABLE = `
Dateline|Etc/GMT+12|International Date Line West
UTC-11|Etc/GMT+11|Coordinated Universal Time-11
Aleutian|America/Adak|Aleutian Islands
Hawaiian|Pacific/Honolulu|Hawaii
Marquesas|Pacific/Marquesas|Marquesas Islands
Alaskan|America/Anchorage|Alaska
UTC-09|Etc/GMT+9|Coordinated Universal Time-09
Pacific Standard Time (Mexico)|America/Tijuana|Baja California;Tijuana, Baja California
UTC-08|Etc/GMT+8|Coordinated Universal Time-08
Pacific|America/Los_Angeles|Pacific Time (US & Canada);Pacific Time (US & Canada), Tijuana
US Mountain|America/Phoenix|Arizona
Mountain Standard Time (Mexico)|America/Mazatlan|La Paz, Mazatlan;Chihuahua, La Paz, Mazatlan
Mountain|America/Denver|Mountain Time (US & Canada)
Yukon|America/Whitehorse|Yukon
Central America|America/Guatemala|Central America
Central|America/Chicago|Central Time (US & Canada)
Easter Island|Pacific/Easter|Easter Island
Central Standard Time (Mexico)|America/Mexico_City|Guadalajara, Mexico City, Monterrey;Mexico City, Tegucigalpa
Canada Central|America/Regina|Saskatchewan
SA Pacific|America/Bogota|Bogota, Lima, Quito, Rio Branco;Bogota, Lima, Quito
Eastern Standard Time (Mexico)|America/Cancun|Chetumal
Eastern|America/New_York|Eastern Time (US & Canada)
Haiti|America/Port-au-Prince|Haiti
Cuba|America/Havana|Havana
US Eastern|America/Indiana/Indianapolis|Indiana (East)
Turks And Caicos|America/Grand_Turk|Turks and Caicos
Paraguay|America/Asuncion|Asuncion
Atlantic|America/Halifax|Atlantic Time (Canada)
Venezuela|America/Caracas|Caracas
Central Brazilian|America/Cuiaba|Cuiaba;Manaus
SA Western|America/La_Paz|Georgetown, La Paz, Manaus, San Juan;Caracas, La Paz
Pacific SA|America/Santiago|Santiago
Newfoundland|America/St_Johns|Newfoundland
Tocantins|America/Araguaina|Araguaina
E. South America|America/Sao_Paulo|Brasilia
SA Eastern|America/Cayenne|Cayenne, Fortaleza;Buenos Aires, Georgetown
Argentina|America/Buenos_Aires|City of Buenos Aires;Buenos Aires
Greenland|America/Godthab|Greenland
Montevideo|America/Montevideo|Montevideo
Magallanes|America/Punta_Arenas|Punta Arenas
Saint Pierre|America/Miquelon|Saint Pierre and Miquelon
Bahia|America/Bahia|Salvador
UTC-02|Etc/GMT+2|Coordinated Universal Time-02
Mid-Atlantic|Etc/GMT+2|Mid-Atlantic - Old;Mid-Atlantic
Azores|Atlantic/Azores|Azores
Cape Verde|Atlantic/Cape_Verde|Cabo Verde Is.;Cape Verde Is.
UTC|Etc/UTC|Coordinated Universal Time
GMT|Europe/London|Dublin, Edinburgh, Lisbon, London;Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London
Greenwich|Atlantic/Reykjavik|Monrovia, Reykjavik;Casablanca, Monrovia
Sao Tome|Africa/Sao_Tome|Sao Tome
Morocco|Africa/Casablanca|Casablanca
W. Europe|Europe/Berlin|Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna;Western/Central Europe
Central Europe|Europe/Budapest|Belgrade, Bratislava, Budapest, Ljubljana, Prague
Romance|Europe/Paris|Brussels, Copenhagen, Madrid, Paris
Central European|Europe/Warsaw|Sarajevo, Skopje, Warsaw, Zagreb;Sarajevo, Skopje, Sofija, Vilnius, Warsaw, Zagreb
W. Central Africa|Africa/Lagos|West Central Africa
Jordan|Asia/Amman|Amman
GTB|Europe/Bucharest|Athens, Bucharest;Athens, Bucharest, Istanbul;Athens, Istanbul, Minsk
Middle East|Asia/Beirut|Beirut
Egypt|Africa/Cairo|Cairo
E. Europe|Europe/Chisinau|Chisinau;E. Europe;Bucharest
Syria|Asia/Damascus|Damascus
West Bank|Asia/Hebron|Gaza, Hebron
South Africa|Africa/Johannesburg|Harare, Pretoria
FLE|Europe/Kiev|Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius;Helsinki, Riga, Tallinn
Israel|Asia/Jerusalem|Jerusalem
South Sudan|Africa/Juba|Juba
Kaliningrad|Europe/Kaliningrad|Kaliningrad
Sudan|Africa/Khartoum|Khartoum
Libya|Africa/Tripoli|Tripoli
Namibia|Africa/Windhoek|Windhoek
Arabic|Asia/Baghdad|Baghdad
Turkey|Europe/Istanbul|Istanbul
Arab|Asia/Riyadh|Kuwait, Riyadh
Belarus|Europe/Minsk|Minsk
Russian|Europe/Moscow|Moscow, St. Petersburg;Moscow, St. Petersburg, Volgograd
E. Africa|Africa/Nairobi|Nairobi
Volgograd|Europe/Volgograd|Volgograd
Iran|Asia/Tehran|Tehran
Arabian|Asia/Dubai|Abu Dhabi, Muscat
Astrakhan|Europe/Astrakhan|Astrakhan, Ulyanovsk
Azerbaijan|Asia/Baku|Baku;Baku, Tbilisi, Yerevan
Russia Time Zone 3|Europe/Samara|Izhevsk, Samara
Mauritius|Indian/Mauritius|Port Louis
Saratov|Europe/Saratov|Saratov
Georgian|Asia/Tbilisi|Tbilisi
Caucasus|Asia/Yerevan|Yerevan
Afghanistan|Asia/Kabul|Kabul
West Asia|Asia/Tashkent|Ashgabat, Tashkent
Qyzylorda|Asia/Qyzylorda|Astana;Qyzylorda
Ekaterinburg|Asia/Yekaterinburg|Ekaterinburg
Pakistan|Asia/Karachi|Islamabad, Karachi;Islamabad, Karachi, Tashkent
India|Asia/Kolkata|Chennai, Kolkata, Mumbai, New Delhi;Bombay, Calcutta, Madras, New Delhi
Sri Lanka|Asia/Colombo|Sri Jayawardenepura
Nepal|Asia/Kathmandu|Kathmandu
Central Asia|Asia/Bishkek|Bishkek;Astana, Dhaka
Bangladesh|Asia/Dhaka|Dhaka
Omsk|Asia/Omsk|Omsk
Myanmar|Asia/Yangon|Yangon (Rangoon)
SE Asia|Asia/Bangkok|Bangkok, Hanoi, Jakarta
Altai|Asia/Barnaul|Barnaul, Gorno-Altaysk
W. Mongolia|Asia/Hovd|Hovd
North Asia|Asia/Krasnoyarsk|Krasnoyarsk
N. Central Asia|Asia/Novosibirsk|Novosibirsk;Almaty, Novosibirsk
Tomsk|Asia/Tomsk|Tomsk
China|Asia/Shanghai|Beijing, Chongqing, Hong Kong, Urumqi
North Asia East|Asia/Irkutsk|Irkutsk;Irkutsk, Ulaan Bataar
Singapore|Asia/Singapore|Kuala Lumpur, Singapore
W. Australia|Australia/Perth|Perth
Taipei|Asia/Taipei|Taipei
Ulaanbaatar|Asia/Ulaanbaatar|Ulaanbaatar
Aus Central W.|Australia/Eucla|Eucla
Transbaikal|Asia/Chita|Chita
Tokyo|Asia/Tokyo|Osaka, Sapporo, Tokyo
North Korea|Asia/Pyongyang|Pyongyang
Korea|Asia/Seoul|Seoul
Yakutsk|Asia/Yakutsk|Yakutsk
Cen. Australia|Australia/Adelaide|Adelaide
AUS Central|Australia/Darwin|Darwin
E. Australia|Australia/Brisbane|Brisbane
AUS Eastern|Australia/Sydney|Canberra, Melbourne, Sydney
West Pacific|Pacific/Port_Moresby|Guam, Port Moresby
Tasmania|Australia/Hobart|Hobart
Vladivostok|Asia/Vladivostok|Vladivostok
Lord Howe|Australia/Lord_Howe|Lord Howe Island
Bougainville|Pacific/Bougainville|Bougainville Island
Russia Time Zone 10|Asia/Srednekolymsk|Chokurdakh
Magadan|Asia/Magadan|Magadan
Norfolk|Pacific/Norfolk|Norfolk Island
Sakhalin|Asia/Sakhalin|Sakhalin
Central Pacific|Pacific/Guadalcanal|Solomon Is., New Caledonia;Magadan, Solomon Is., New Caledonia
Russia Time Zone 11|Asia/Kamchatka|Anadyr, Petropavlovsk-Kamchatsky
New Zealand|Pacific/Auckland|Auckland, Wellington
UTC+12|Etc/GMT-12|Coordinated Universal Time+12
Fiji|Pacific/Fiji|Fiji;Fiji, Kamchatka, Marshall Is.
Kamchatka|Asia/Kamchatka|Petropavlovsk-Kamchatsky - Old
Chatham Islands|Pacific/Chatham|Chatham Islands
UTC+13|Etc/GMT-13|Coordinated Universal Time+13
Tonga|Pacific/Tongatapu|Nuku'alofa
Samoa|Pacific/Apia|Samoa
Line Islands|Pacific/Kiritimati|Kiritimati Island
`

/** Compared by letters, digits and signs only: versions differ in spaces, commas, slashes and case. */
const zones = new Map<string, string>(
  TABLE.trim()
    .split('\n')
    .flatMap((row) => {
      const [name = '', zone = '', texts = ''] = row.split('|')
      const full = /Standard Time|^UTC|Russia Time Zone/.test(name) ? name : `${name} Standard Time`
      return [full, full.replace('Standard', 'Daylight'), ...texts.split(';')].map(
        (text) => [key(text), zone] as const,
      )
    }),
)

/** “Romance Standard Time”, “(UTC+01:00) Brussels, Copenhagen, Madrid, Paris” → `Europe/Paris`; else null. */
export function windowsZone(text: string): string | null {
  return zones.get(key(text.replace(/^\s*\((?:UTC|GMT)[^)]*\)\s*/i, ''))) ?? null
}

function key(text: string): string {
  return text.toLowerCase().replace(/\band\b|[^\p{L}\d+-]/gu, '')
}
