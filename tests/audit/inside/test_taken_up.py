"""Gaps, shares, multiples and averages in English whose clause names one side, or points at what was told before it."""

# ruff: noqa: E501 - a text is read whole

from __future__ import annotations

import pytest

import marked_sentences


def due(marked):
    assert marked_sentences.misses(marked, lang="en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Value added rose 7.4%. The provincial average was 6.1%, which leaves the city [[1.3 points|C]] ahead.",
        "Freight rose 7.4% and the plan was 8%; the shortfall is [[0.6 points|C]].",
        "Exports grew 9.1%, [[a full point|C]] faster than the 8.1% of the year before.",
        "Services grew 5.2% and crafts 6.7%. The gap between the two is [[one and a half points|C]].",
        "The rate is 88.4%, [[half a point|C]] down on the 88.9% of March.",
        "Donghe grew 8.8% and Xihe 6.5%. The latter trails by [[2.3 points|C]].",
        "Investment rose 12.5%. The province managed 10.1% and the nation 5.5%, so the lead was [[2.4 points|C]] and [[7.0 points|C]].",
        "Spending as a whole grew 15.3%. Upkeep grew 18.2%, outpacing spending as a whole by [[2.9 points|C]].",
    ],
)
def test_a_gap_is_tied_to_the_base_told_in_its_clause_or_in_the_sentence_before(text):
    due(text)


@pytest.mark.parametrize(
    "text",
    [
        "Donghe grew 8.8% and Xihe 6.5%. The former was [[3.3 points|X]] faster.",
        "Donghe grew 8.8% and Xihe 6.5%. The former was [[7.1 points|N]] faster.",
        "Freight rose 7.4%, and the province 6.1%, so the margin is [[9.4 points|N]].",
        "Freight rose 7.4% in Donghe. In Xihe prices rose 6.1%. Nobody lost [[1.4 points|N]].",
    ],
)
def test_only_the_former_and_the_latter_refute_a_gap_and_only_by_one_digit(text):
    due(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sales were 4.8 billion yuan. Shoes brought 1.92 billion yuan, [[40 percent|C]] of it.",
        "Sales were 4.8 billion yuan, of which exports made up 1.2 billion yuan, [[one quarter|C]].",
        "Sales were 4.8 billion yuan. [[A third|C]] of that, 1.6 billion yuan, came from abroad.",
        "Sales were 4.8 billion yuan. Hats bring [[25 percent|C]] (1.2 billion yuan) of this.",
        "Orders went up at 96 of the 160 firms ([[60%|C]]), were flat at 40 ([[25%|C]]) and fell at 24 ([[15%|C]]).",
        "There are 160 mills and 24 of them, i.e. [[15%|C]], spin.",
        "In March 4.2 billion yuan went to Donghe, 3.1 billion yuan to Xihe and 0.7 billion yuan to Nanhe. All told it was 8.0 billion yuan. Donghe's share is [[52.5%|C]].",
    ],
)
def test_a_share_told_over_is_of_the_figure_beside_it(text):
    due(text)


@pytest.mark.parametrize(
    "text",
    [
        "There are 175 mills, 63 of which spin; that is [[63%|X]] of them.",
        "Sales were 4.8 billion yuan, shoes 1.92 billion yuan, which is [[40 percent|C]] of the total, and hats 1.2 billion yuan, or [[35 percent|X]].",
        "Sales were 4.8 billion yuan, shoes 1.92 billion yuan, up [[35 percent|N]].",
        "Sales were 4.8 billion yuan. Shoes brought 1.92 billion yuan, [[35 percent|N]] of all the leather.",
    ],
)
def test_a_share_is_refuted_only_where_words_tie_its_whole(text):
    due(text)


@pytest.mark.parametrize(
    "text",
    [
        "Loans came to 3.3 billion yuan. That is [[three times|C]] as much as the 1.1 billion yuan of 2020.",
        "Loans were 1.1 billion yuan in 2020 and 3.3 billion yuan in 2023. They have [[tripled|C]].",
        "In 2020 loans stood at 1.1 billion yuan; they have since [[tripled|C]] to 3.3 billion yuan.",
        "Growth of 15.2% was [[double|C]] the provincial rate of 7.6%.",
        "Fees rose 29.9%, nearly [[twice|C]] the provincial growth of 15.3%.",
        "Fees rose 29.9%, [[twice|N]] the provincial growth of 11.3%.",
        "In town 34,650 yuan are earned and in the villages 18,000 yuan; the former is [[1.925 times|C]] the latter.",
        "In town 34,650 yuan are earned and in the villages 18,000 yuan; the former is [[1.425 times|N]] the latter.",
    ],
)
def test_a_multiple_points_at_both_of_its_sides(text):
    due(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 12 plants cost 3.6 billion yuan, i.e. [[300 million yuan|C]] per plant.",
        "The county picked 92,000 tonnes of tea. It sold for 5.52 billion yuan, or [[60,000 yuan|C]] a tonne.",
        "There are 48 mills. They employ 3,120 people, or [[65|C]] each on average.",
        "There are 48 mills. They employ 3,120 people, or [[75|N]] each on average.",
    ],
)
def test_an_average_is_of_what_stands_beside_it(text):
    due(text)


def test_a_whole_is_split_into_the_part_before_it_and_those_behind():
    due("Of the funds 11 of the [[24|C]] firms make carts, 8 pans and 5 food.")
    due("There, 11 of the [[24|N]] firms make carts, 8 pans and 6 food.")


def test_the_rest_is_what_no_part_is():
    due("We asked 250 firms. Of these 150 grow, 75 stagnate; and [[25|C]], the rest, shrink.")
    due("We asked 250 firms. Of these 150 grow, 75 stagnate; and [[75|N]], the others, shrink.")


@pytest.mark.parametrize(
    "text",
    [
        # A whole that is split up, a share of what is named alone, of a target, of what was just told.
        "Of 48 towns polled, 36 have a plan and 12 do not; so [[75%|C]] are covered.",
        "Of 48 towns polled, 36 have a plan and 12 do not; so [[76%|N]] are covered.",
        "The fee is 8.00 yuan: the county pays 6.00 yuan and families 2.00 yuan. The families' part is [[a quarter|C]].",
        "The market is worth 2.5 billion yuan. Delong sold 300 million yuan, Fuxing 200 million yuan. Delong alone has [[12%|C]].",
        "Delong sold 300 million yuan. Delong gained [[25%|C]] from 240 million yuan a year earlier.",
        "Delong sold 300 million yuan. Fuxing gained [[25%|N]] from 240 million yuan a year earlier.",
        "The target for the year is 4.0 billion yuan, and 1.7 billion yuan has been spent. So [[43%|C]] has been met.",
        "Sales were 50.0 billion yuan, compared with 45.0 billion yuan in 2021. Exports took 10.5 billion yuan of that, or [[31%|X]].",
        "Sales were 50.0 billion yuan, compared with 45.0 billion yuan in 2021. Exports took 10.5 billion yuan of that, or [[36%|N]].",
        # A rate of them, in the sentence behind.
        "There were 120 bids, and 90 of them were accepted. The acceptance rate was [[75.0%|C]].",
        "There were 120 bids, and 90 of them were accepted. The acceptance rate was [[75.1%|L]].",
        "There were 120 bids, and 90 of them were accepted. The appeal rate was [[12.4%|N]].",
    ],
)
def test_a_share_is_of_the_whole_that_is_split_named_or_meant(text):
    due(text)


@pytest.mark.parametrize(
    "text",
    [
        "Output grew 9.1%, while the lead over the county average of 7.9% was [[1.2 points|C]].",
        "Output grew 9.1%, while the lead over the county average of 7.9% was [[3.2 points|X]].",
        "Output grew 9.1% and trade 4.4%, while the lead over the county average of 7.9% was [[3.2 points|N]].",
        "Freight grew 18.5%. With 11.1% for Hunan as a whole, we are [[7.4 points|C]] faster.",
        "Freight grew 18.5%. With 11.1% for Hunan as a whole, we are [[5.4 points|X]] faster.",
        "Growth of 20.3% was almost [[12 points|C]] ahead of the county's 8.4%.",
        "Growth of 20.3% was almost [[13 points|N]] ahead of the county's 8.4%.",
        "Delong grew 9.0%. Beihe grew 7.9%. A mere [[1.1 points|C]] separate Delong from Beihe.",
        "Delong grew 9.0%. Fuxing grew 3.6%. The delta's rate is 4.0%; Delong's pace is [[2.3 times|C]] that.".replace(
            "2.3", "2.25"
        ),
    ],
)
def test_a_margin_over_a_base_told_beside_it_is_of_the_only_other_percentage(text):
    due(text)


@pytest.mark.parametrize(
    "text",
    [
        "In exports it climbed from 12th to 9th, up [[2 places|X]]. In trade it was 4th after 6th.",
        "In exports it is fifth after being tenth in 2021, a jump of [[five places|C]].",
        "In the provincial league of cities it came [[15th|X]] on apprenticeships.",
        "In the provincial league of cities and counties it came [[15th|N]] on apprenticeships.",
        "Of 24 new plants, 15 have opened, so [[nine|C]] have yet to open.",
        "Of 24 new plants, 15 have opened, so [[eight|N]] have yet to open.",
        "- Plants planned: 40; built: 25; still waiting: [[15|C]]",
        "Sales fell to 1.40 billion yuan from 1.45 billion yuan in 2021. The drop of [[50 million yuan|C]] is small.",
        "Delong made 298.049 billion yuan, Fuxing 241.028 billion yuan. Put together they make [[593.077 billion yuan|X]].",
        "Delong made 298.049 billion yuan, Fuxing 241.028 billion yuan. Put together they make [[612.344 billion yuan|N]].",
    ],
)
def test_moves_rests_and_totals_are_of_what_their_words_take_up(text):
    due(text)
