package org.mizan.samples.storefront.data;

import java.util.List;

/** What the {@link Seed} speaks with: departments, materials, names, sentences. */
final class Words {
    private Words() {}

    /** A category with the kinds of things in it and the materials they come in. */
    record Department(String name, String blurb, List<String> materials, List<Kind> kinds) {}

    /** A kind of thing and what one usually costs, in euros. */
    record Kind(String name, int price) {}

    static final List<String> SERIES = List.of(
            "Halden", "Brisa", "Norden", "Alma", "Vega", "Tarn", "Lund", "Oslo", "Fjell", "Marla", "Sund", "Elva",
            "Kasko", "Rauma", "Toko", "Hemse", "Orsa", "Lykke", "Ibsen", "Varde");

    static final List<Department> DEPARTMENTS = List.of(
            new Department(
                    "Kettles and Teapots",
                    "Hot water, and what becomes of it.",
                    List.of("Enamelled", "Copper", "Stoneware", "Glass"),
                    List.of(
                            new Kind("Kettle", 49),
                            new Kind("Teapot", 36),
                            new Kind("Tea Tin", 14),
                            new Kind("Stove Pot", 58),
                            new Kind("Tea Warmer", 22))),
            new Department(
                    "Coffee",
                    "For the first half hour of the day.",
                    List.of("Steel", "Ceramic", "Brushed Brass", "Glass"),
                    List.of(
                            new Kind("Hand Grinder", 79),
                            new Kind("Dripper", 24),
                            new Kind("French Press", 44),
                            new Kind("Coffee Scoop", 9),
                            new Kind("Milk Jug", 18))),
            new Department(
                    "Pots and Pans",
                    "Heavy enough to matter.",
                    List.of("Cast Iron", "Carbon Steel", "Copper", "Enamelled"),
                    List.of(
                            new Kind("Frying Pan", 69),
                            new Kind("Casserole", 119),
                            new Kind("Saucepan", 74),
                            new Kind("Roasting Tin", 52),
                            new Kind("Wok", 64))),
            new Department(
                    "Knives",
                    "Sharp when they arrive, and sharpened for free.",
                    List.of("Carbon Steel", "Damascus", "Stainless", "Ceramic"),
                    List.of(
                            new Kind("Paring Knife", 29),
                            new Kind("Chef's Knife", 98),
                            new Kind("Bread Knife", 62),
                            new Kind("Santoku", 89),
                            new Kind("Sharpening Rod", 39))),
            new Department(
                    "Kitchen Tools",
                    "The drawer next to the stove.",
                    List.of("Beech", "Olive Wood", "Steel", "Cherry"),
                    List.of(
                            new Kind("Spoon", 8),
                            new Kind("Whisk", 13),
                            new Kind("Rolling Pin", 21),
                            new Kind("Grater", 19),
                            new Kind("Tongs", 16))),
            new Department(
                    "Baking",
                    "Flour on the floor included.",
                    List.of("Tinned", "Stoneware", "Steel", "Enamelled"),
                    List.of(
                            new Kind("Loaf Tin", 23),
                            new Kind("Cake Ring", 17),
                            new Kind("Muffin Tray", 26),
                            new Kind("Pie Dish", 28),
                            new Kind("Mixing Bowl", 32))),
            new Department(
                    "Tableware",
                    "Plates that stand a dishwasher and a temper.",
                    List.of("Stoneware", "Porcelain", "Terracotta", "Enamelled"),
                    List.of(
                            new Kind("Dinner Plate", 19),
                            new Kind("Soup Bowl", 16),
                            new Kind("Side Plate", 13),
                            new Kind("Serving Platter", 42),
                            new Kind("Egg Cup", 7))),
            new Department(
                    "Glassware",
                    "Thin where it should be.",
                    List.of("Clear", "Smoked", "Green", "Ribbed"),
                    List.of(
                            new Kind("Tumbler", 11),
                            new Kind("Carafe", 34),
                            new Kind("Wine Glass", 17),
                            new Kind("Water Jug", 38),
                            new Kind("Storage Jar", 15))),
            new Department(
                    "Cutlery",
                    "By the piece, so that the set stays complete.",
                    List.of("Stainless", "Brushed Steel", "Brass", "Walnut"),
                    List.of(
                            new Kind("Dinner Fork", 9),
                            new Kind("Dinner Knife", 11),
                            new Kind("Table Spoon", 9),
                            new Kind("Cake Fork", 7),
                            new Kind("Salad Server", 24))),
            new Department(
                    "Storage",
                    "A place for everything.",
                    List.of("Oak", "Wire", "Ash", "Felt"),
                    List.of(
                            new Kind("Bread Bin", 64),
                            new Kind("Spice Rack", 48),
                            new Kind("Pantry Box", 27),
                            new Kind("Bottle Crate", 31),
                            new Kind("Wall Hook", 12))),
            new Department(
                    "Table Linen",
                    "Washed before it is sold.",
                    List.of("Linen", "Cotton", "Waffle", "Hemp"),
                    List.of(
                            new Kind("Tablecloth", 68),
                            new Kind("Napkin", 12),
                            new Kind("Table Runner", 34),
                            new Kind("Apron", 45),
                            new Kind("Tea Towel", 14))),
            new Department(
                    "Bedding",
                    "Eight hours a day.",
                    List.of("Linen", "Percale", "Flannel", "Jersey"),
                    List.of(
                            new Kind("Duvet Cover", 118),
                            new Kind("Pillowcase", 29),
                            new Kind("Fitted Sheet", 59),
                            new Kind("Bedspread", 139),
                            new Kind("Bolster", 42))),
            new Department(
                    "Blankets",
                    "For the sofa and who falls asleep on it.",
                    List.of("Lambswool", "Alpaca", "Cotton", "Mohair"),
                    List.of(
                            new Kind("Throw", 89),
                            new Kind("Plaid", 76),
                            new Kind("Baby Blanket", 54),
                            new Kind("Picnic Rug", 69),
                            new Kind("Shawl", 72))),
            new Department(
                    "Towels",
                    "Dry, then dry again by noon.",
                    List.of("Waffle", "Terry", "Linen", "Bamboo"),
                    List.of(
                            new Kind("Bath Towel", 34),
                            new Kind("Hand Towel", 17),
                            new Kind("Bath Mat", 29),
                            new Kind("Sauna Towel", 44),
                            new Kind("Flannel", 8))),
            new Department(
                    "Bathroom",
                    "What stands beside the basin.",
                    List.of("Stoneware", "Brass", "Teak", "Marble"),
                    List.of(
                            new Kind("Soap Dish", 16),
                            new Kind("Soap Dispenser", 27),
                            new Kind("Toothbrush Mug", 15),
                            new Kind("Towel Rail", 58),
                            new Kind("Shelf Tray", 36))),
            new Department(
                    "Lighting",
                    "Evenings are long in winter.",
                    List.of("Brass", "Opal Glass", "Paper", "Smoked Glass"),
                    List.of(
                            new Kind("Table Lamp", 109),
                            new Kind("Pendant Lamp", 149),
                            new Kind("Floor Lamp", 199),
                            new Kind("Wall Lamp", 94),
                            new Kind("Clamp Lamp", 72))),
            new Department(
                    "Candles",
                    "They burn straight and do not smell of vanilla.",
                    List.of("Beeswax", "Soy", "Tallow-Free", "Rapeseed"),
                    List.of(
                            new Kind("Pillar Candle", 16),
                            new Kind("Taper Pair", 11),
                            new Kind("Tea Light Box", 9),
                            new Kind("Candle Holder", 23),
                            new Kind("Lantern", 49))),
            new Department(
                    "Vases",
                    "Also good without flowers.",
                    List.of("Stoneware", "Glass", "Porcelain", "Terracotta"),
                    List.of(
                            new Kind("Bud Vase", 19),
                            new Kind("Floor Vase", 88),
                            new Kind("Bowl Vase", 46),
                            new Kind("Bottle Vase", 37),
                            new Kind("Flower Pot", 22))),
            new Department(
                    "Garden Tools",
                    "Forged, with handles that can be replaced.",
                    List.of("Forged", "Stainless", "Ash-Handled", "Copper"),
                    List.of(
                            new Kind("Hand Trowel", 24),
                            new Kind("Border Fork", 58),
                            new Kind("Secateurs", 46),
                            new Kind("Watering Can", 52),
                            new Kind("Dibber", 17))),
            new Department(
                    "Garden Furniture",
                    "Stays outside.",
                    List.of("Teak", "Acacia", "Powder-Coated", "Larch"),
                    List.of(
                            new Kind("Folding Chair", 119),
                            new Kind("Bistro Table", 189),
                            new Kind("Bench", 279),
                            new Kind("Deck Chair", 139),
                            new Kind("Side Table", 84))),
            new Department(
                    "Chairs and Stools",
                    "Sit first, buy later.",
                    List.of("Oak", "Beech", "Walnut", "Ash"),
                    List.of(
                            new Kind("Dining Chair", 219),
                            new Kind("Bar Stool", 179),
                            new Kind("Step Stool", 98),
                            new Kind("Rocking Chair", 389),
                            new Kind("Milking Stool", 79))),
            new Department(
                    "Small Furniture",
                    "Carried up the stairs by one person.",
                    List.of("Oak", "Walnut", "Lacquered", "Rattan"),
                    List.of(
                            new Kind("Bedside Table", 169),
                            new Kind("Coat Stand", 129),
                            new Kind("Magazine Rack", 74),
                            new Kind("Nesting Table", 149),
                            new Kind("Plant Stand", 68))),
            new Department(
                    "Rugs",
                    "Woven flat, and turned once a year.",
                    List.of("Wool", "Jute", "Cotton", "Sisal"),
                    List.of(
                            new Kind("Hall Runner", 129),
                            new Kind("Living Rug", 289),
                            new Kind("Door Mat", 39),
                            new Kind("Bedside Rug", 84),
                            new Kind("Kitchen Mat", 58))),
            new Department(
                    "Desk",
                    "Paper still exists.",
                    List.of("Walnut", "Brass", "Leather", "Felt"),
                    List.of(
                            new Kind("Pen Tray", 28),
                            new Kind("Desk Pad", 62),
                            new Kind("Letter Opener", 21),
                            new Kind("Book End", 34),
                            new Kind("Paper Weight", 26))),
            new Department(
                    "Bags and Baskets",
                    "To the market and back.",
                    List.of("Willow", "Canvas", "Seagrass", "Leather"),
                    List.of(
                            new Kind("Market Basket", 48),
                            new Kind("Log Basket", 79),
                            new Kind("Laundry Basket", 86),
                            new Kind("Shoulder Bag", 98),
                            new Kind("Bicycle Basket", 64))),
            new Department(
                    "Cleaning",
                    "The part nobody photographs.",
                    List.of("Horsehair", "Beech", "Union Fibre", "Goat Hair"),
                    List.of(
                            new Kind("Broom", 38),
                            new Kind("Dustpan", 27),
                            new Kind("Dish Brush", 7),
                            new Kind("Feather Duster", 24),
                            new Kind("Boot Scraper", 44))));

    static final List<String> MAKING = List.of(
            "Made in a workshop of eleven people, one piece at a time.",
            "Drawn in 1962 and left alone since.",
            "Each one is a little different, which is how you know it is yours.",
            "Made from a single piece wherever that is possible.",
            "Finished by hand; the marks are meant to stay.",
            "Tested in our own kitchen for a year before we took it in.",
            "Comes from the same family firm as the rest of the series.");

    static final List<String> CARE = List.of(
            "Wash by hand and dry at once.",
            "Dishwasher safe, though it will outlive the dishwasher.",
            "Oil it twice a year.",
            "Spare parts are kept for twenty years.",
            "A damp cloth is all it needs.",
            "Repairs are free for the first ten years.");

    static final List<String> REMARKS = List.of(
            "Arrived well packed.",
            "My second one.",
            "A present, and well received.",
            "Delivery took a week.",
            "Heavier than it looks.",
            "The colour is warmer than in the picture.",
            "Would order again.",
            "Bought after seeing it at a friend's.");

    static final List<String> FIRST_NAMES = List.of(
            "Ada", "Bela", "Clara", "David", "Elif", "Frida", "Goran", "Hanna", "Ines", "Jonas", "Karim", "Lena",
            "Milan", "Nora", "Oskar", "Paula", "Quirin", "Rosa", "Samir", "Tilda", "Ugo", "Vera", "Wanda", "Yusuf",
            "Zora");

    static final List<String> LAST_NAMES = List.of(
            "Adler", "Berger", "Costa", "Demir", "Ernst", "Fischer", "Gruber", "Hofer", "Ivanov", "Jansen", "Keller",
            "Lang", "Moser", "Novak", "Olsen", "Petrov", "Richter", "Sommer", "Tanaka", "Urban", "Vogel", "Weber",
            "Yilmaz", "Zimmer");

    static final List<String> STREETS = List.of(
            "Lindenweg",
            "Am Markt",
            "Hafenstrasse",
            "Gartenweg",
            "Bergstrasse",
            "Kirchgasse",
            "Ringstrasse",
            "Wiesengrund");

    static final List<String> CITIES =
            List.of("Hamburg", "Leipzig", "Bremen", "Freiburg", "Kassel", "Rostock", "Augsburg", "Jena");

    /** By rating, one star first. */
    static final List<List<String>> VERDICTS = List.of(
            List.of("Broke in the first week.", "Not what was described."),
            List.of("Fine, but not for this price.", "Smaller than I thought."),
            List.of("Does what it should.", "Good, with a scratch."),
            List.of("Very good, almost perfect.", "Use it every day."),
            List.of("The best one I have owned.", "Beautiful and solid.", "Exactly right."));
}
