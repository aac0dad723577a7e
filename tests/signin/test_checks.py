from heritage.editorial.signin.checks import second_factor_is_on


def test_deploying_without_the_second_factor_is_warned_of(settings):
    settings.SECOND_FACTOR = False

    assert [warning.id for warning in second_factor_is_on()] == ["signin.W001"]


def test_production_has_it_on_and_is_not_warned(settings):
    assert second_factor_is_on() == []
