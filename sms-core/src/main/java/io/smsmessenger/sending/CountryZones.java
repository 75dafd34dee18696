package io.smsmessenger.sending;

/**
 * Calling codes outside North America by the zones of their countries; a country of several zones stands with each of
 * them, since its mobile numbers belong to no place. Codes of no country, such as those of satellites, are not here.
 */
final class CountryZones {
    static final String ZONES = """
            Europe/London 44
            Europe/Dublin 353
            Atlantic/Reykjavik 354
            Atlantic/Faroe 298
            Europe/Gibraltar 350
            Europe/Lisbon 351
            Atlantic/Azores 351
            Europe/Madrid 34
            Atlantic/Canary 34
            Europe/Paris 33 376 377
            Europe/Brussels 32
            Europe/Amsterdam 31
            Europe/Luxembourg 352
            Europe/Berlin 49
            Europe/Zurich 41 423
            Europe/Vienna 43
            Europe/Rome 39 378 379
            Europe/Malta 356
            Europe/Copenhagen 45
            Europe/Oslo 47
            Europe/Stockholm 46
            Europe/Helsinki 358
            Europe/Warsaw 48
            Europe/Prague 420 421
            Europe/Budapest 36
            Europe/Belgrade 381 382 383 385 386 387 389
            Europe/Tirane 355
            Europe/Athens 30
            Asia/Nicosia 357
            Europe/Bucharest 40
            Europe/Sofia 359
            Europe/Chisinau 373
            Europe/Kyiv 380
            Europe/Minsk 375
            Europe/Vilnius 370
            Europe/Riga 371
            Europe/Tallinn 372
            Europe/Istanbul 90
            Europe/Kaliningrad 7
            Europe/Moscow 7
            Europe/Samara 7
            Asia/Yekaterinburg 7
            Asia/Omsk 7
            Asia/Novosibirsk 7
            Asia/Irkutsk 7
            Asia/Yakutsk 7
            Asia/Vladivostok 7
            Asia/Magadan 7
            Asia/Kamchatka 7
            Asia/Almaty 76 77
            Asia/Tashkent 998
            Asia/Bishkek 996
            Asia/Dushanbe 992
            Asia/Ashgabat 993
            Asia/Tbilisi 995
            Asia/Yerevan 374
            Asia/Baku 994
            Asia/Jerusalem 972
            Asia/Hebron 970
            Asia/Beirut 961
            Asia/Amman 962
            Asia/Damascus 963
            Asia/Baghdad 964
            Asia/Riyadh 965 966 967 973 974
            Asia/Dubai 968 971
            Asia/Tehran 98
            Asia/Kabul 93
            Asia/Karachi 92
            Asia/Kolkata 91
            Asia/Colombo 94
            Asia/Kathmandu 977
            Asia/Thimphu 975
            Asia/Dhaka 880
            Indian/Maldives 960
            Asia/Yangon 95
            Asia/Bangkok 66 855 856 84
            Asia/Kuala_Lumpur 60
            Asia/Singapore 65
            Asia/Brunei 673
            Asia/Jakarta 62
            Asia/Makassar 62
            Asia/Jayapura 62
            Asia/Dili 670
            Asia/Manila 63
            Asia/Shanghai 86
            Asia/Hong_Kong 852
            Asia/Macau 853
            Asia/Taipei 886
            Asia/Tokyo 81
            Asia/Seoul 82
            Asia/Pyongyang 850
            Asia/Hovd 976
            Asia/Ulaanbaatar 976
            Australia/Perth 61
            Australia/Darwin 61
            Australia/Adelaide 61
            Australia/Brisbane 61
            Australia/Sydney 61
            Australia/Eucla 61
            Australia/Lord_Howe 61
            Indian/Christmas 61
            Indian/Cocos 61
            Pacific/Norfolk 672
            Pacific/Auckland 64
            Pacific/Chatham 64
            Pacific/Port_Moresby 675
            Pacific/Bougainville 675
            Pacific/Fiji 679
            Pacific/Noumea 687
            Pacific/Guadalcanal 677
            Pacific/Efate 678
            Pacific/Tongatapu 676
            Pacific/Apia 685
            Pacific/Rarotonga 682
            Pacific/Niue 683
            Pacific/Nauru 674
            Pacific/Tarawa 686
            Pacific/Kanton 686
            Pacific/Kiritimati 686
            Pacific/Funafuti 688
            Pacific/Wallis 681
            Pacific/Fakaofo 690
            Pacific/Majuro 692
            Pacific/Palau 680
            Pacific/Chuuk 691
            Pacific/Pohnpei 691
            Pacific/Tahiti 689
            Pacific/Marquesas 689
            Pacific/Gambier 689
            America/Tijuana 52
            America/Hermosillo 52
            America/Mazatlan 52
            America/Mexico_City 52
            America/Cancun 52
            America/Guatemala 502
            America/El_Salvador 503
            America/Tegucigalpa 504
            America/Managua 505
            America/Costa_Rica 506
            America/Panama 507
            America/Belize 501
            America/Havana 53
            America/Port-au-Prince 509
            America/Martinique 596
            America/Guadeloupe 590
            America/Curacao 297 599
            America/Miquelon 508
            America/Rio_Branco 55
            America/Manaus 55
            America/Cuiaba 55
            America/Sao_Paulo 55
            America/Noronha 55
            America/Santiago 56
            America/Punta_Arenas 56
            Pacific/Easter 56
            America/Guayaquil 593
            Pacific/Galapagos 593
            America/Argentina/Buenos_Aires 54
            America/Bogota 57
            America/Caracas 58
            America/Lima 51
            America/La_Paz 591
            America/Asuncion 595
            America/Montevideo 598
            America/Guyana 592
            America/Paramaribo 597
            America/Cayenne 594
            Atlantic/Stanley 500
            America/Nuuk 299
            America/Danmarkshavn 299
            America/Scoresbysund 299
            America/Thule 299
            Africa/Cairo 20
            Africa/Tripoli 218
            Africa/Tunis 216
            Africa/Algiers 213
            Africa/Casablanca 212
            Africa/Abidjan 247 220 221 222 223 224 225 226 228 231 232 233 245 290
            Africa/Sao_Tome 239
            Atlantic/Cape_Verde 238
            Africa/Lagos 227 229 234 235 236 237 240 241 242 244
            Africa/Kinshasa 243
            Africa/Lubumbashi 243
            Africa/Johannesburg 27 266 268
            Africa/Maputo 250 257 258 260 263 265 267
            Africa/Windhoek 264
            Africa/Khartoum 249
            Africa/Juba 211
            Africa/Nairobi 251 252 253 254 255 256 261 269 291
            Indian/Mauritius 230
            Indian/Mahe 248
            Indian/Reunion 262
            Indian/Mayotte 262
            Indian/Chagos 246
            """;

    private CountryZones() {}
}
