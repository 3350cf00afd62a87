"""Where things are kept on each platform (see ``peercoach.paths``)."""

from pathlib import Path, PurePosixPath

import pytest
from platformdirs import windows

from peercoach import paths


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of one's own, and none of the variables that move things.

    Windows is asked through its variables: its own interface is only there on Windows.
    """
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", paths.VAULT_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    monkeypatch.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)
    return tmp_path


@pytest.mark.parametrize(
    ("platform", "vault", "config", "state"),
    [
        (
            "linux",
            ".local/share/peercoach/notebook.vault",
            ".config/peercoach",
            ".local/state/peercoach",
        ),
        (
            "darwin",
            "Library/Application Support/peercoach/notebook.vault",
            "Library/Application Support/peercoach",
            "Library/Application Support/peercoach",
        ),
        ("win32", "Local/peercoach/notebook.vault", "Local/peercoach", "Local/peercoach"),
    ],
)
def test_each_platform_keeps_things_where_people_look(
    home: Path, platform: str, vault: str, config: str, state: str
) -> None:
    """Notebook, settings and state stand where the platform's own programs keep such things."""
    assert paths.default_vault(platform=platform) == home / PurePosixPath(vault)
    assert paths.config_folder(platform=platform) == home / PurePosixPath(config)
    assert paths.state_folder(platform=platform) == home / PurePosixPath(state)
    assert paths.personal_frameworks(platform=platform) == home / config / "frameworks"


def test_asking_makes_nothing(home: Path) -> None:
    """Asking where things are kept makes no folder."""
    paths.default_vault()
    paths.config_folder()
    paths.state_folder()
    paths.personal_frameworks()

    assert list(home.iterdir()) == []


def test_the_folders_of_the_desktop_are_honoured(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person who moved their data folder by XDG_DATA_HOME finds the notebook there."""
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "elsewhere"))

    assert paths.default_vault(platform="linux") == home / "elsewhere/peercoach/notebook.vault"


def test_the_environment_names_the_notebook(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PEERCOACH_VAULT comes before the platform's place, and ~ in it is the home folder."""
    monkeypatch.setenv(paths.VAULT_VARIABLE, "~/stick/mine.vault")

    assert paths.default_vault() == home / "stick/mine.vault"


def test_an_empty_variable_names_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PEERCOACH_VAULT set to nothing is as good as not set."""
    monkeypatch.setenv(paths.VAULT_VARIABLE, "")

    assert paths.default_vault().name == paths.VAULT_NAME
    assert paths.default_vault().is_relative_to(home)


def test_an_installed_package_uses_its_own_frameworks(tmp_path: Path) -> None:
    """Frameworks inside the package come before a folder of that name that stands near it."""
    package = tmp_path / "lib" / "peercoach"
    (package / "library").mkdir(parents=True)
    (tmp_path / "frameworks").mkdir()

    assert paths.shipped_frameworks(package) == package / "library"


def test_a_source_tree_uses_the_frameworks_beside_it(tmp_path: Path) -> None:
    """Without frameworks inside the package, those at the root of the tree are used."""
    package = tmp_path / "src" / "peercoach"
    package.mkdir(parents=True)

    assert paths.shipped_frameworks(package) == tmp_path / "frameworks"
