"""Every word said to a person. One submodule a topic; nothing here decides anything."""
