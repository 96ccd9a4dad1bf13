// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace steward {

/// A library of the system that is loaded when it is first used, not at the start of the program: those that write
/// spreadsheets and archives bring a library of ciphers along, whose thousands of names the loader looks up one by one.
class LateLibrary
{
public:
    /// name: as the loader knows it, "libzip.so.4".
    explicit LateLibrary(const char* name);
    /// False when a function was not found; then none may be called.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

    template <class Function>
    void find(Function*& function, const char* name)
    {
        function = reinterpret_cast<Function*>(address(name));
        m_isWhole = m_isWhole && function;
    }

private:
    void* address(const char* name) const;

    void* m_handle = nullptr; ///< kept until the program ends
    bool m_isWhole = true;
};

} // namespace steward
