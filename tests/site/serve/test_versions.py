import threading

from iiv.site.serve.versions import Versions


def test_each_version_has_a_name_that_no_other_server_gives() -> None:
    one, other = Versions(), Versions()
    names = {one.current, other.current}
    one.publish()
    other.publish()
    assert len(names | {one.current, other.current}) == 4


def test_a_new_version_is_told_to_those_who_wait() -> None:
    versions = Versions()
    seen = versions.current
    heard: list[str] = []

    def wait() -> None:
        versions.wait(seen, seconds=60)
        heard.append(versions.current)

    thread = threading.Thread(target=wait)
    thread.start()
    versions.publish()
    thread.join(timeout=30)
    assert heard == [versions.current]
    assert heard != [seen]


def test_nobody_waits_for_what_is_there_already_or_will_not_come() -> None:
    versions = Versions()
    versions.wait("an older version", seconds=60)
    versions.end()
    versions.wait(versions.current, seconds=60)
    assert versions.over
