"""Names that sections, and places on a front, usually have. For splitting a trail only."""

from __future__ import annotations

PLACES = frozenset(
    name.casefold()
    for name in """Top News|Top Stories|Top Story|Headlines|Headline|Featured|Feature Slider
Breaking News|Breaking|Latest|Latest News|Latest Stories|Editor's Picks|Editors' Picks|Editors Pick
Editor’s Pick|Editor’s Picks|Must Read|Trending|Trending Now|Most Read|Popular|Home|Main|Lead Story
Lead|Highlights|Spotlight|Don't Miss|Big Story|Front Page|Just In|Live|Recommended|Hot News""".replace(
        "\n", "|"
    ).split("|")
)

SECTIONS = frozenset(
    name.casefold()
    for name in """World|World News|International|Global|Foreign|National|Nation|Local|Local News|Regional
Region|State|City|Metro|Country|Home News|News|Politics|Elections|Government|Parliament|Policy|Diplomacy
Business|Economy|Markets|Finance|Money|Companies|Industry|Banking|Property|Real Estate|Jobs|Careers
Technology|Tech|Science|Space|Health|Environment|Climate|Energy|Weather|Education|Transport|Travel
Sport|Sports|Football|Cricket|Tennis|Hockey|Golf|Rugby|Athletics|Olympics|Formula One|Racing|Boxing
Culture|Arts|Books|Film|Films|Movies|Cinema|Music|Theatre|Television|TV|Entertainment|Bollywood|Hollywood
Celebrity|Lifestyle|Life|Style|Fashion|Food|Recipes|Wine|Home and Garden|Gardening|Family|Relationships
Opinion|Opinions|Comment|Editorial|Editorials|Analysis|Columns|Columnists|Letters|Blogs|Debate|Views
Features|Feature|Magazine|Weekend|Sunday|Obituaries|Obituary|Religion|Faith|Community|Communities|Diaspora
Crime|Courts|Law|Justice|Police|Security|Defence|Defense|Military|War|Conflict|Terrorism|Human Rights
Africa|Africa News|Asia|Asia News|South Asia|East Asia|South East Asia|Southeast Asia|Central Asia
Middle East|Gulf|Gulf News|Europe|European Union|EU|EU News|UK|UK News|Britain|England|Scotland|Wales
Northern Ireland|Ireland|London|Americas|America|North America|South America|Latin America|US|USA|US News
United States|Canada|Mexico|Brazil|Caribbean|Australia|New Zealand|Oceania|Pacific|Asia Pacific|India
India News|Pakistan|Pakistan News|Bangladesh|Sri Lanka|Nepal|Afghanistan|China|China News|Hong Kong|Taiwan
Japan|Korea|Singapore|Malaysia|Indonesia|Philippines|Thailand|Vietnam|Russia|Ukraine|Turkey|Israel
Palestine|Iran|Iraq|Syria|Lebanon|Saudi Arabia|UAE|Dubai|Qatar|Kuwait|Oman|Bahrain|Egypt|Nigeria|Kenya
South Africa|Ghana|Ethiopia|Germany|France|Italy|Spain|Delhi|Mumbai|Punjab|Kashmir|Kerala|Tamil Nadu
Gujarat|Bengal|Lahore|Karachi|Women|Youth|Kids|Students|Photos|Pictures|Gallery|Video|Videos|Audio|Podcasts
Interviews|Interview|Investigations|Special Reports|Special Report|Exclusive|Exclusives|In Depth|Explainers
Fact Check|Data|Graphics|Cartoons|Puzzles|Crosswords|Games|Horoscope|Quiz|Events|Press Releases|Sponsored
Start-ups|Startups|Innovation|Gadgets|Mobile|Internet|Social Media|Cyber|AI|Autos|Auto|Cars|Motoring
Aviation|Shipping|Agriculture|Farming|Fisheries|Tourism|Heritage|History|Wildlife|Nature|Animals|Water
COVID-19|Coronavirus|Budget|Trade|Labour|Tax|Pensions|Insurance|Commodities|Crypto|Stocks""".replace(
        "\n", "|"
    ).split("|")
)
